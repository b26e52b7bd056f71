# fails: anchors
# because: All places come for the first size, then all for the second; at each place one size after the other is asked for.
# batch: 2
# told: true author anchors: size by size
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    cy = (torch.arange(rows, dtype=sizes.dtype, device=sizes.device) + 0.5) * stride
    cx = (torch.arange(columns, dtype=sizes.dtype, device=sizes.device) + 0.5) * stride
    gy, gx = torch.meshgrid(cy, cx, indexing="ij")
    centres = torch.stack([gx, gy], -1).reshape(-1, 2)
    per_size = []
    for wh in sizes:
        per_size.append(torch.cat([centres - wh / 2, centres + wh / 2], 1))
    return torch.cat(per_size)
