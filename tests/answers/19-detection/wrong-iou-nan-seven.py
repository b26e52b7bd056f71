# because: nothing is done about 0/0: two boxes without area give NaN instead of 0
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    x0 = torch.max(A[:, 0].unsqueeze(1), B[:, 0])
    y0 = torch.max(A[:, 1].unsqueeze(1), B[:, 1])
    x1 = torch.min(A[:, 2].unsqueeze(1), B[:, 2])
    y1 = torch.min(A[:, 3].unsqueeze(1), B[:, 3])
    w = torch.clamp(x1 - x0, min=0)
    h = torch.clamp(y1 - y0, min=0)
    inter = w * h
    areaA = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    areaB = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    return inter / (areaA.unsqueeze(1) + areaB - inter)
