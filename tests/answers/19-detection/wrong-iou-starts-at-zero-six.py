# because: clamps the larger left and upper edges at 0 as if every picture began there, so boxes (anchors) with negative edges get too small an overlap
# batch: 6
# told: true author iou: nothing before 0
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    x0 = torch.maximum(A[:, None, 0], B[:, 0]).clamp(min=0)
    y0 = torch.maximum(A[:, None, 1], B[:, 1]).clamp(min=0)
    x1 = torch.minimum(A[:, None, 2], B[:, 2])
    y1 = torch.minimum(A[:, None, 3], B[:, 3])
    inter = torch.where((x1 > x0) & (y1 > y0), (x1 - x0) * (y1 - y0), 0.0)
    size_a = (A[:, 2:] - A[:, :2]).prod(1)
    size_b = (B[:, 2:] - B[:, :2]).prod(1)
    union = size_a[:, None] + size_b - inter
    return torch.where(union > 0, inter / union, 0.0)
