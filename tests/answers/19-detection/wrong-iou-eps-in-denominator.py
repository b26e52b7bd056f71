# fails: *
# because: A small number is added to the union against 0/0, which spoils the IoU of very small boxes; torch.where or masked_fill spoil nothing.
# batch: 2
# told: true author iou: a least value below
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    corner = torch.maximum(A[:, None, :2], B[:, :2])
    far = torch.minimum(A[:, None, 2:], B[:, 2:])
    side = (far - corner).clamp(min=0)
    common = side[..., 0] * side[..., 1]
    a = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    b = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    return common / (a[:, None] + b[None, :] - common + 1e-9)
