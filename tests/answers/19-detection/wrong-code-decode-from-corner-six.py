# because: decode_box moves the upper left corner of the anchor by tx, ty instead of its centre, and then adds the new width and height
# batch: 6
# told: true author decode: the corner moved
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    cx, cy, w, h = to_centres(boxes).unbind(1)
    ax, ay, aw, ah = to_centres(anchors).unbind(1)
    return torch.stack([(cx - ax) / aw, (cy - ay) / ah, (w / aw).log(), (h / ah).log()], 1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    x0, y0, x1, y1 = anchors.unbind(1)
    aw, ah = x1 - x0, y1 - y0
    tx, ty, tw, th = offsets.unbind(1)
    left, upper = x0 + tx * aw, y0 + ty * ah
    w, h = aw * tw.exp(), ah * th.exp()
    return torch.stack([left, upper, left + w, upper + h], 1)
