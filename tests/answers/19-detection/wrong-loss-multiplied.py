# fails: *
# because: multiplies the background rows with 0 instead of leaving them out; with infinite or NaN targets that gives NaN
# batch: 1
# told: true author loss: background multiplied away
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    class_loss = F.cross_entropy(logits, labels)
    pos = (labels > 0).to(offsets.dtype)
    each = distance(offsets, targets).sum(1) * pos
    box_loss = each.sum() / pos.sum().clamp(min=1)
    return class_loss, box_loss
