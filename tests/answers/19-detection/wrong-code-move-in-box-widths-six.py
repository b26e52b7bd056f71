# because: encode_box measures the moves tx, ty in widths and heights of the box instead of the anchor
# batch: 6
# told: true author encode: divided by the box
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    box = to_centres(boxes)
    anchor = to_centres(anchors)
    t = torch.empty_like(box)
    t[:, :2] = (box[:, :2] - anchor[:, :2]) / box[:, 2:]
    t[:, 2:] = torch.log(box[:, 2:]) - torch.log(anchor[:, 2:])
    return t


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    anchor = to_centres(anchors)
    box = torch.empty_like(anchor)
    box[:, :2] = anchor[:, :2] + offsets[:, :2] * anchor[:, 2:]
    box[:, 2:] = torch.exp(offsets[:, 2:]) * anchor[:, 2:]
    return to_corners(box)
