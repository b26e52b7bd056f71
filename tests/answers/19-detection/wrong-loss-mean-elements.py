# fails: two_head_loss: boxes
# because: takes the mean over all numbers of the positive rows, so the box loss is four times too small; divide by the number of positive anchors
# batch: 1
# told: true author loss: mean over the four numbers
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    class_loss = F.cross_entropy(logits, labels)
    pos = labels > 0
    if pos.any():
        box_loss = distance(offsets[pos], targets[pos]).mean()
    else:
        box_loss = offsets.new_zeros(())
    return class_loss, box_loss
