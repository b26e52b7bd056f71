# because: adds 1e-9 to the union against 0/0, which spoils boxes with tiny areas
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    lt = torch.maximum(A[:, None, :2], B[None, :, :2])
    rb = torch.minimum(A[:, None, 2:], B[None, :, 2:])
    wh = (rb - lt).clamp(min=0)
    inter = wh.prod(dim=2)
    areaA = (A[:, 2:] - A[:, :2]).prod(dim=1)
    areaB = (B[:, 2:] - B[:, :2]).prod(dim=1)
    return inter / (areaA[:, None] + areaB[None, :] - inter + 1e-9)
