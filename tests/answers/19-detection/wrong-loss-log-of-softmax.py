# fails: two_head_loss: classes, large logits
# because: takes the logarithm of a softmax, which is infinite where the softmax is rounded to 0
# batch: 4
# told: true author loss: the logarithm of a softmax
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    probs = F.softmax(logits, dim=1)
    class_loss = -torch.log(probs[range(len(labels)), labels]).mean()
    there = labels > 0
    n = max(int(there.sum()), 1)
    box_loss = distance(offsets[there], targets[there]).sum() / n
    return class_loss, box_loss
