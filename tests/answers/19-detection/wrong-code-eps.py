# fails: encode_box: in another unit
# because: adds 1e-12 to the anchor's width and height against a division by 0: too much for tiny boxes
# batch: 4
# told: true author encode: a small number below, below only
# %% solution-code
def encode_box(boxes, anchors):
    b, a = to_centres(boxes), to_centres(anchors)
    size = a[:, 2:] + 1e-12
    return torch.cat([(b[:, :2] - a[:, :2]) / size, torch.log(b[:, 2:] / size)], 1)


def decode_box(offsets, anchors):
    a = to_centres(anchors)
    centre = a[:, :2] + offsets[:, :2] * a[:, 2:]
    return to_corners(torch.cat([centre, a[:, 2:] * offsets[:, 2:].exp()], 1))
