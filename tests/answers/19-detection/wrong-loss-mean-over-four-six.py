# because: takes the mean over the positive rows and the four numbers: the box loss is a quarter of what it should be
# batch: 6
# told: true author loss: mean over the four numbers
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.cross_entropy(logits, labels)
    rows = labels.gt(0)
    if rows.any():
        box_loss = distance(offsets[rows], targets[rows]).mean()
    else:
        box_loss = torch.zeros_like(class_loss)
    return class_loss, box_loss
