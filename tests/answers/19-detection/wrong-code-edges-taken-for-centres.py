# fails: encode_box
# because: The first two edges are used as if they were the centre; the boxes have to be turned into centres first.
# batch: 2
# told: true author encode: moves of the upper left corner
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    w, h = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    aw, ah = anchors[:, 2] - anchors[:, 0], anchors[:, 3] - anchors[:, 1]
    tx = (boxes[:, 0] - anchors[:, 0]) / aw
    ty = (boxes[:, 1] - anchors[:, 1]) / ah
    return torch.stack([tx, ty, (w / aw).log(), (h / ah).log()], dim=1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    ax, ay, aw, ah = to_centres(anchors).T
    tx, ty, tw, th = offsets.T
    return to_corners(torch.stack([ax + tx * aw, ay + ty * ah, aw * tw.exp(), ah * th.exp()], 1))
