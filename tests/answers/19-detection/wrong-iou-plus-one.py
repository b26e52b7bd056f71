# fails: iou
# because: adds 1 to widths and heights as if edges were pixels; here edges are places
# batch: 1
# told: true author iou: one pixel added
# %% solution-iou
def iou(A, B):
    lt = torch.max(A[:, None, :2], B[:, :2])
    rb = torch.min(A[:, None, 2:], B[:, 2:])
    wh = (rb - lt + 1).clamp(min=0)
    inter = wh.prod(2)
    aa = (A[:, 2:] - A[:, :2] + 1).prod(1)
    bb = (B[:, 2:] - B[:, :2] + 1).prod(1)
    return inter / (aa[:, None] + bb - inter)
