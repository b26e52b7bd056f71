# because: computes the distance of all rows and hides the background with torch.where afterwards: the loss is right, but with infinite or NaN targets the gradient of the offsets is NaN
# batch: 6
# told: true author loss: background hidden afterwards
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.cross_entropy(logits, labels)
    positive = labels > 0
    each = distance(offsets, targets)
    each = torch.where(positive[:, None], each, torch.zeros_like(each))
    box_loss = each.sum() / positive.sum().clamp(min=1)
    return class_loss, box_loss
