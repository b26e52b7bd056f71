# fails: anchors
# because: The centre is put at the upper left corner of the place's square (column * stride); half a stride is missing.
# batch: 2
# told: true author anchors: at the corner of the place
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    out = []
    for r in range(rows):
        for c in range(columns):
            for w, h in sizes.tolist():
                x, y = c * stride, r * stride
                out.append([x - w / 2, y - h / 2, x + w / 2, y + h / 2])
    return torch.tensor(out, dtype=sizes.dtype, device=sizes.device)
