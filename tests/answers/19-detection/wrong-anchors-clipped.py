# fails: anchors
# because: The anchors are cut off at the picture's border; they may reach over it.
# batch: 2
# told: true author anchors: cut off at the border
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    y = (torch.arange(rows, device=sizes.device) + 0.5) * stride
    x = (torch.arange(columns, device=sizes.device) + 0.5) * stride
    c = torch.cartesian_prod(y, x).flip(1).to(sizes.dtype)[:, None]
    boxes = torch.cat([c - sizes / 2, c + sizes / 2], -1).reshape(-1, 4)
    boxes[:, 0::2] = boxes[:, 0::2].clamp(0, columns * stride)
    boxes[:, 1::2] = boxes[:, 1::2].clamp(0, rows * stride)
    return boxes
