# because: builds the result with the notebook's helper tensor(), which is float64 always, not the dtype of sizes
# batch: 6
# told: true author anchors: float64 whatever comes in
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    boxes = []
    for r in range(rows):
        for c in range(columns):
            for w, h in sizes.tolist():
                boxes.append([(c + 0.5) * stride, (r + 0.5) * stride, w, h])
    return to_corners(tensor(boxes))
