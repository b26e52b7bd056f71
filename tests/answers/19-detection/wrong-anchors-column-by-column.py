# fails: anchors
# because: The outer loop runs over the columns, so the order is column by column; it must be row by row.
# batch: 2
# told: true author anchors: column by column
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    boxes = [
        torch.stack([(c + 0.5) * stride - w / 2, (r + 0.5) * stride - h / 2, (c + 0.5) * stride + w / 2, (r + 0.5) * stride + h / 2])
        for c in range(columns) for r in range(rows) for w, h in sizes
    ]
    return torch.stack(boxes)
