# fails: *
# because: divides by the number of positive anchors also when there are none, 0/0 is nan; the loss is 0 then
# batch: 1
# told: true author loss: nothing positive gives NaN
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    logp = logits.log_softmax(1)
    class_loss = -logp.gather(1, labels[:, None]).mean()
    m = labels != 0
    box_loss = distance(offsets[m], targets[m]).sum() / m.sum()
    return class_loss, box_loss
