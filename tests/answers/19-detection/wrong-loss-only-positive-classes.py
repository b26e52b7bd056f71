# fails: two_head_loss: classes
# because: takes the cross-entropy of the positive anchors only; background counts too
# batch: 1
# told: true author loss: classes of positive anchors only
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    pos = torch.nonzero(labels).flatten()
    class_loss = F.cross_entropy(logits[pos], labels[pos])
    n = max(len(pos), 1)
    box_loss = distance(offsets[pos], targets[pos]).sum() / n
    return class_loss, box_loss
