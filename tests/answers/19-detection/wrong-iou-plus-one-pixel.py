# fails: iou
# because: A 1 is added to widths and heights as for pixel boxes (Pascal VOC); here edges are places and nothing is added.
# batch: 2
# told: true author iou: one pixel added
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    w = (torch.minimum(A[:, None, 2], B[:, 2]) - torch.maximum(A[:, None, 0], B[:, 0]) + 1).clamp(min=0)
    h = (torch.minimum(A[:, None, 3], B[:, 3]) - torch.maximum(A[:, None, 1], B[:, 1]) + 1).clamp(min=0)
    inter = w * h
    size = lambda X: (X[:, 2] - X[:, 0] + 1) * (X[:, 3] - X[:, 1] + 1)
    return inter / (size(A)[:, None] + size(B) - inter)
