# fails: two_head_loss: boxes
# because: distance is called with the targets first; the order is distance(offsets, targets), and it may matter.
# batch: 2
# told: true author loss: prediction and target exchanged
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.cross_entropy(logits, labels)
    pos = torch.where(labels > 0)[0]
    total = distance(targets[pos], offsets[pos]).sum()
    box_loss = total / max(len(pos), 1)
    return class_loss, box_loss
