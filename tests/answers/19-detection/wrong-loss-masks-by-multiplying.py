# fails: *
# because: The background rows are multiplied with 0 instead of left out, so infinite or NaN targets make the loss NaN.
# batch: 2
# told: true author loss: background multiplied away
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.cross_entropy(logits, labels)
    positive = (labels > 0).to(offsets.dtype)
    per_anchor = distance(offsets, targets).sum(1)
    box_loss = (per_anchor * positive).sum() / positive.sum().clamp(min=1)
    return class_loss, box_loss
