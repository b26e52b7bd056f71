# fails: *
# because: Without positive anchors 0 is divided by 0, which is nan; the box loss is 0 then.
# batch: 2
# told: true author loss: nothing positive gives NaN
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    logp = logits.log_softmax(dim=1)
    class_loss = -logp.gather(1, labels[:, None]).mean()
    fg = labels != 0
    box_loss = distance(offsets[fg], targets[fg]).sum() / fg.sum()
    return class_loss, box_loss
