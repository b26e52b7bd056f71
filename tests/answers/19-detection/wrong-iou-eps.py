# fails: *
# because: adds 1e-9 to the union against 0/0, which spoils boxes whose areas are as small as that
# batch: 1
# told: true author iou: a least value below
# %% solution-iou
def iou(A, B):
    top_left = torch.max(A[:, None, :2], B[None, :, :2])
    bottom_right = torch.min(A[:, None, 2:], B[None, :, 2:])
    inter = (bottom_right - top_left).clamp(min=0).prod(-1)
    area_a = (A[:, 2:] - A[:, :2]).prod(-1)
    area_b = (B[:, 2:] - B[:, :2]).prod(-1)
    return inter / (area_a[:, None] + area_b[None, :] - inter + 1e-9)
