# fails: decode_box
# because: returns the decoded box as centre, width and height; it has to come out as edges
# batch: 1
# told: true author decode: centres returned
# %% solution-code
def encode_box(boxes, anchors):
    bx, by, bw, bh = to_centres(boxes).unbind(1)
    ax, ay, aw, ah = to_centres(anchors).unbind(1)
    return torch.stack([(bx - ax) / aw, (by - ay) / ah, (bw / aw).log(), (bh / ah).log()], 1)


def decode_box(offsets, anchors):
    ax, ay, aw, ah = to_centres(anchors).unbind(1)
    tx, ty, tw, th = offsets.unbind(1)
    return torch.stack([tx * aw + ax, ty * ah + ay, tw.exp() * aw, th.exp() * ah], 1)
