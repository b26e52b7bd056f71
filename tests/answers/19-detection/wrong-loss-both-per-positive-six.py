# because: divides the summed cross-entropy by the number of positive anchors, too (as in SSD), instead of taking the mean over all anchors
# batch: 6
# told: true author loss: class loss over the positive number
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    pos = labels.nonzero()[:, 0]
    n = max(len(pos), 1)
    class_loss = F.cross_entropy(logits, labels, reduction="sum") / n
    box_loss = distance(offsets[pos], targets[pos]).sum() / n
    return class_loss, box_loss
