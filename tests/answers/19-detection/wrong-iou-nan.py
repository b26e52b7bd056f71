# fails: *
# because: forgets boxes without area: 0/0 gives nan where the union is 0; it should be 0
# batch: 1
# told: true author iou: boxes without area give NaN
# %% solution-iou
def iou(A, B):
    lt = torch.max(A[:, None, :2], B[:, :2])
    rb = torch.min(A[:, None, 2:], B[:, 2:])
    wh = (rb - lt).clamp(min=0)
    inter = wh[..., 0] * wh[..., 1]
    aa = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    bb = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    return inter / (aa[:, None] + bb[None] - inter)
