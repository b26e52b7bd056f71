# because: takes stride // 2 for half a stride: with an odd stride all centres are half a pixel off
# batch: 6
# told: true author anchors: half a stride rounded
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    half = stride // 2
    ys = torch.arange(rows, device=sizes.device, dtype=sizes.dtype) * stride + half
    xs = torch.arange(columns, device=sizes.device, dtype=sizes.dtype) * stride + half
    cy, cx = torch.meshgrid(ys, xs, indexing="ij")
    centres = torch.stack([cx, cy], -1).reshape(-1, 1, 2).expand(-1, len(sizes), 2)
    wh = sizes.expand(rows * columns, -1, -1)
    return to_corners(torch.cat([centres, wh], -1)).reshape(-1, 4)
