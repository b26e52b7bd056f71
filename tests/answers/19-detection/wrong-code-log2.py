# fails: encode_box
# because: takes the logarithm to base 2 when encoding while decoding uses e; it is the natural one
# batch: 1
# told: true author encode: the logarithm to base 2
# %% solution-code
def encode_box(boxes, anchors):
    b = to_centres(boxes)
    a = to_centres(anchors)
    out = torch.empty_like(b)
    out[:, :2] = (b[:, :2] - a[:, :2]) / a[:, 2:]
    out[:, 2:] = torch.log2(b[:, 2:] / a[:, 2:])
    return out


def decode_box(offsets, anchors):
    a = to_centres(anchors)
    return to_corners(torch.cat((a[:, :2] + a[:, 2:] * offsets[:, :2], a[:, 2:] * torch.exp(offsets[:, 2:])), 1))
