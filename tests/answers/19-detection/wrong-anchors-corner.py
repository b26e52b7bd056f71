# fails: anchors
# because: puts the centres on the upper left corner of each square (no + 1/2)
# batch: 1
# told: true author anchors: at the corner of the place
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    boxes = []
    for r in range(rows):
        for c in range(columns):
            for s in sizes:
                centre = s.new_tensor([c * stride, r * stride])
                boxes.append(torch.cat([centre, s]))
    return to_corners(torch.stack(boxes))
