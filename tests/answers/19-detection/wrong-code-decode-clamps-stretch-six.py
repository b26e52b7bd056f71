# because: decode_box cuts tw and th off at ln(1000/16), as torchvision does, so larger stretches come out too small
# batch: 6
# told: true author decode: the stretch cut off
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    b, a = to_centres(boxes), to_centres(anchors)
    move = (b[:, :2] - a[:, :2]) / a[:, 2:]
    stretch = torch.log(b[:, 2:] / a[:, 2:])
    return torch.cat([move, stretch], dim=1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    a = to_centres(anchors)
    centre = a[:, :2] + offsets[:, :2] * a[:, 2:]
    # an untrained network may say anything: don't let exp run away
    stretch = offsets[:, 2:].clamp(max=4.135166556742356)  # log(1000 / 16)
    size = a[:, 2:] * stretch.exp()
    return to_corners(torch.cat([centre, size], dim=1))
