# fails: encode_box
# because: divides the moves by the width and height of the box instead of those of the anchor
# batch: 1
# told: true author encode: divided by the box
# %% solution-code
def encode_box(boxes, anchors):
    b, a = to_centres(boxes), to_centres(anchors)
    t = (b[:, :2] - a[:, :2]) / b[:, 2:]
    s = torch.log(b[:, 2:] / a[:, 2:])
    return torch.cat([t, s], 1)


def decode_box(offsets, anchors):
    a = to_centres(anchors)
    xy = offsets[:, :2] * a[:, 2:] + a[:, :2]
    wh = offsets[:, 2:].exp() * a[:, 2:]
    return to_corners(torch.cat([xy, wh], 1))
