# because: uses the coding of SSD, with the variances 0.1 and 0.2 that the text does not have
# batch: 7
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    variances = (0.1, 0.2)
    b, a = to_centres(boxes), to_centres(anchors)
    g_cxcy = (b[:, :2] - a[:, :2]) / (variances[0] * a[:, 2:])
    g_wh = torch.log(b[:, 2:] / a[:, 2:]) / variances[1]
    return torch.cat([g_cxcy, g_wh], 1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    variances = (0.1, 0.2)
    a = to_centres(anchors)
    boxes = torch.cat([
        a[:, :2] + offsets[:, :2] * variances[0] * a[:, 2:],
        a[:, 2:] * torch.exp(offsets[:, 2:] * variances[1]),
    ], 1)
    return to_corners(boxes)
