# because: fills a table made by torch.zeros(N, M), which is float32 whatever the dtype of the boxes is (and on the CPU whatever their device)
# batch: 6
# told: true numeric dtype
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    result = torch.zeros(len(A), len(B))
    for i in range(len(A)):
        ax0, ay0, ax1, ay1 = A[i]
        for j in range(len(B)):
            bx0, by0, bx1, by1 = B[j]
            w = min(ax1, bx1) - max(ax0, bx0)
            h = min(ay1, by1) - max(ay0, by0)
            if w <= 0 or h <= 0:
                continue
            result[i, j] = w * h / ((ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - w * h)
    return result
