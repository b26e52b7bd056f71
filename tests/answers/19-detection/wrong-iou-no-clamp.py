# fails: iou
# because: multiplies w and h without clamping at 0, so boxes that miss each other both ways get a positive overlap
# batch: 1
# told: true author iou: negative sides multiplied
# %% solution-iou
def iou(A, B):
    lt = torch.maximum(A[:, None, :2], B[:, :2])
    rb = torch.minimum(A[:, None, 2:], B[:, 2:])
    wh = rb - lt
    inter = wh[..., 0] * wh[..., 1]
    a = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    b = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    union = a[:, None] + b - inter
    return torch.where(union > 0, inter / union, 0.0)
