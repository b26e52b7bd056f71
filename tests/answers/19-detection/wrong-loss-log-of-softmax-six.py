# because: takes the logarithm of the softmax by hand: with large logits the probability is 0 and the class loss infinite
# batch: 6
# told: true author loss: the logarithm of a softmax
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    probability = logits.softmax(dim=1)
    of_label = probability[torch.arange(len(labels), device=labels.device), labels]
    class_loss = -of_label.log().mean()

    thing = labels > 0
    count = int(thing.sum())
    if count == 0:
        box_loss = offsets.sum() * 0
    else:
        box_loss = distance(offsets[thing], targets[thing]).sum() / count
    return class_loss, box_loss
