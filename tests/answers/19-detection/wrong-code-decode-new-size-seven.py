# because: decoding multiplies the moves by the new box's width and height instead of the anchor's
# batch: 7
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    cx, cy, w, h = to_centres(boxes).T
    ax, ay, aw, ah = to_centres(anchors).T
    return torch.stack([(cx - ax) / aw, (cy - ay) / ah, torch.log(w / aw), torch.log(h / ah)], dim=1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    tx, ty, tw, th = offsets.T
    ax, ay, aw, ah = to_centres(anchors).T
    w = aw * torch.exp(tw)
    h = ah * torch.exp(th)
    cx = ax + tx * w
    cy = ay + ty * h
    return to_corners(torch.stack([cx, cy, w, h], dim=1))
