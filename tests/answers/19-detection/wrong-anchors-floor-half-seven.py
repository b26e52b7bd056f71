# because: the middle of a place is taken at stride // 2, half a pixel off for an odd stride
# batch: 7
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    result = []
    for r in range(rows):
        for c in range(columns):
            cx = c * stride + stride // 2
            cy = r * stride + stride // 2
            for w, h in sizes.tolist():
                result.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return torch.tensor(result, dtype=sizes.dtype, device=sizes.device).reshape(-1, 4)
