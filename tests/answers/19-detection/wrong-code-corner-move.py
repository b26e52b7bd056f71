# fails: encode_box
# because: measures the move from upper left corner to upper left corner; it goes from centre to centre
# batch: 1
# told: true author encode: moves of the upper left corner
# %% solution-code
def encode_box(boxes, anchors):
    wa = anchors[:, 2:] - anchors[:, :2]
    wb = boxes[:, 2:] - boxes[:, :2]
    return torch.cat([(boxes[:, :2] - anchors[:, :2]) / wa, torch.log(wb) - torch.log(wa)], dim=1)


def decode_box(offsets, anchors):
    c = to_centres(anchors)
    centre = c[:, :2] + offsets[:, :2] * c[:, 2:]
    size = c[:, 2:] * torch.exp(offsets[:, 2:])
    return torch.cat([centre - size / 2, centre + size / 2], dim=1)
