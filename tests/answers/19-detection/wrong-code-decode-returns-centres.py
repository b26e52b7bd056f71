# fails: decode_box
# because: The decoded box is returned as centre, width and height; edges were asked for, to_corners is missing.
# batch: 2
# told: true author decode: centres returned
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    c, a = to_centres(boxes), to_centres(anchors)
    out = torch.empty_like(c)
    out[:, :2] = (c[:, :2] - a[:, :2]) / a[:, 2:]
    out[:, 2:] = (c[:, 2:] / a[:, 2:]).log()
    return out


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    a = to_centres(anchors)
    xy = offsets[:, :2] * a[:, 2:] + a[:, :2]
    wh = torch.exp(offsets[:, 2:]) * a[:, 2:]
    return torch.cat([xy, wh], dim=1)
