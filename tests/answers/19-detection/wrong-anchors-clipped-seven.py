# because: cuts the anchors off at the picture's border
# batch: 7
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = sizes.shape[0]
    r = torch.arange(rows, dtype=sizes.dtype, device=sizes.device)
    c = torch.arange(columns, dtype=sizes.dtype, device=sizes.device)
    cy = ((r + 0.5) * stride).view(rows, 1, 1).expand(rows, columns, S)
    cx = ((c + 0.5) * stride).view(1, columns, 1).expand(rows, columns, S)
    w = sizes[:, 0].expand(rows, columns, S)
    h = sizes[:, 1].expand(rows, columns, S)
    boxes = to_corners(torch.stack([cx, cy, w, h], -1)).reshape(-1, 4)
    # stay inside of the picture
    boxes[:, 0::2] = boxes[:, 0::2].clamp(0, columns * stride)
    boxes[:, 1::2] = boxes[:, 1::2].clamp(0, rows * stride)
    return boxes
