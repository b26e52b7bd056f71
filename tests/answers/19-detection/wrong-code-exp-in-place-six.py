# because: decode_box takes the exponential of tw, th in place (exp_ on a view of offsets): the boxes are right, the caller's offsets are changed
# batch: 6
# told: true author decode: exp in place
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    (c, s), (ac, as_) = to_centres(boxes).split(2, -1), to_centres(anchors).split(2, -1)
    return torch.cat([(c - ac) / as_, torch.log(s / as_)], -1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    move, stretch = offsets.split(2, -1)
    ac, as_ = to_centres(anchors).split(2, -1)
    return to_corners(torch.cat([move * as_ + ac, stretch.exp_() * as_], -1))
