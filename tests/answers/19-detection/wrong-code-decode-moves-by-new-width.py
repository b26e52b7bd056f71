# fails: decode_box
# because: The move is multiplied by the new, stretched width and height; the moves are measured in anchor widths and heights.
# batch: 2
# told: true author decode: moves in widths of the box
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    bx, by, bw, bh = to_centres(boxes).unbind(1)
    ax, ay, aw, ah = to_centres(anchors).unbind(1)
    return torch.stack([(bx - ax) / aw, (by - ay) / ah, bw.log() - aw.log(), bh.log() - ah.log()], 1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    a = to_centres(anchors)
    size = a[:, 2:] * offsets[:, 2:].exp()
    centre = a[:, :2] + offsets[:, :2] * size
    return torch.cat([centre - size / 2, centre + size / 2], 1)
