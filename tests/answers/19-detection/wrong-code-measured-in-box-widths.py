# fails: encode_box
# because: The moves are divided by the box's width and height instead of the anchor's.
# batch: 2
# told: true author encode: divided by the box
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    b, a = to_centres(boxes), to_centres(anchors)
    t_xy = (b[:, :2] - a[:, :2]) / b[:, 2:]
    t_wh = torch.log(b[:, 2:] / a[:, 2:])
    return torch.cat([t_xy, t_wh], 1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    a = to_centres(anchors)
    c = a[:, :2] + offsets[:, :2] * a[:, 2:]
    wh = a[:, 2:] * offsets[:, 2:].exp()
    return to_corners(torch.cat([c, wh], 1))
