# because: the union is the sum of both areas, the common part is not subtracted (counted twice)
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    def area(boxes):
        return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])

    corner0 = torch.maximum(A[:, None, :2], B[:, :2])
    corner1 = torch.minimum(A[:, None, 2:], B[:, 2:])
    w, h = (corner1 - corner0).clamp(min=0).unbind(-1)
    intersection = w * h
    union = area(A)[:, None] + area(B)[None, :]
    result = intersection / union
    result = result.masked_fill(union == 0, 0.0)
    return result
