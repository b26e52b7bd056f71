# fails: cross_entropy, large logits
# because: The tiny probability is 'rescued' with a small number inside the log, so the loss can never be larger than about 18; write the log of the quotient as a difference instead.
# batch: 2
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    p = torch.softmax(logits, dim=1)
    right = p.gather(1, Y.unsqueeze(1)).squeeze(1)
    return -torch.log(right + 1e-8).mean()
