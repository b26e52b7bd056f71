# because: divides by the area of the smallest box around both (reads "the area that they cover together" as the enclosing box) instead of by the union
# batch: 6
# told: true author iou: over the box around both
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    upper_left = torch.maximum(A[:, None, :2], B[:, :2])
    lower_right = torch.minimum(A[:, None, 2:], B[:, 2:])
    common = (lower_right - upper_left).clamp(min=0).prod(-1)

    # what they cover together: from the outermost edge to the outermost edge
    outer_ul = torch.minimum(A[:, None, :2], B[:, :2])
    outer_lr = torch.maximum(A[:, None, 2:], B[:, 2:])
    together = (outer_lr - outer_ul).prod(-1)

    return torch.where(together == 0, torch.zeros_like(common), common / together)
