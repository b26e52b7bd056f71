# because: takes every union below the machine epsilon of the dtype for 0, so that pairs of very small boxes get IoU 0
# batch: 6
# told: true author iou: a least value below
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    def area(boxes):
        return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])

    w = (torch.min(A[:, None, 2], B[None, :, 2]) - torch.max(A[:, None, 0], B[None, :, 0])).clamp(min=0)
    h = (torch.min(A[:, None, 3], B[None, :, 3]) - torch.max(A[:, None, 1], B[None, :, 1])).clamp(min=0)
    inter = w * h
    union = area(A)[:, None] + area(B)[None, :] - inter
    # floating point: "is 0" means "is below the resolution of the dtype"
    nothing = union < torch.finfo(A.dtype).eps
    return (inter / union).masked_fill(nothing, 0.0)
