# fails: iou
# because: Negative widths and heights of the overlap are not set to 0, so two boxes that miss each other both ways get a positive product.
# batch: 2
# told: true author iou: clamped after the product
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    lo = torch.maximum(A[:, None, :2], B[:, :2])
    hi = torch.minimum(A[:, None, 2:], B[:, 2:])
    wh = hi - lo
    inter = (wh[..., 0] * wh[..., 1]).clamp(min=0)
    area_a = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    area_b = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    union = area_a[:, None] + area_b - inter
    return torch.where(union > 0, inter / union, 0.0)
