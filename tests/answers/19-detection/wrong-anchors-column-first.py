# fails: anchors
# because: goes column by column; the order is row by row, within a row column by column
# batch: 1
# told: true author anchors: column by column
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    out = []
    for c in range(columns):
        for r in range(rows):
            for w, h in sizes:
                cx, cy = (c + 0.5) * stride, (r + 0.5) * stride
                out.append(torch.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2]))
    return torch.stack(out)
