# fails: cross_entropy
# because: The losses of the batch are added up, not averaged.
# batch: 2
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    m = logits.max(dim=1, keepdim=True).values
    z = logits - m
    total = 0
    for i in range(len(Y)):
        total = total + z[i].exp().sum().log() - z[i, Y[i]]
    return total
