# fails: two_head_loss: boxes
# because: The box loss is divided by the number of all anchors instead of that of the positive ones.
# batch: 2
# told: true author loss: divided by all anchors
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.cross_entropy(logits, labels)
    pos = labels > 0
    box_loss = distance(offsets[pos], targets[pos]).sum() / len(labels)
    return class_loss, box_loss
