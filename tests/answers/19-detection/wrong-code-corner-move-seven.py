# because: the move is measured between the upper left corners instead of the centres (encode and decode agree with each other)
# batch: 7
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    box_size = boxes[:, 2:] - boxes[:, :2]
    anchor_size = anchors[:, 2:] - anchors[:, :2]
    move = (boxes[:, :2] - anchors[:, :2]) / anchor_size
    return torch.cat([move, torch.log(box_size / anchor_size)], dim=1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    anchor_size = anchors[:, 2:] - anchors[:, :2]
    start = anchors[:, :2] + offsets[:, :2] * anchor_size
    size = anchor_size * torch.exp(offsets[:, 2:])
    return torch.cat([start, start + size], dim=1)
