# fails: *
# because: Two boxes without area give 0/0 = nan; the IoU is to be 0 wherever the union is 0.
# batch: 2
# told: true author iou: boxes without area give NaN
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    out = A.new_zeros(len(A), len(B))
    for i, a in enumerate(A):
        for j, b in enumerate(B):
            w = (torch.minimum(a[2], b[2]) - torch.maximum(a[0], b[0])).clamp(min=0)
            h = (torch.minimum(a[3], b[3]) - torch.maximum(a[1], b[1])).clamp(min=0)
            area = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
            out[i, j] = w * h / (area - w * h)
    return out
