# because: forgets to detach the baseline: value and policy gradient are right, but a gradient goes into the critic
# batch: 5
# told: true author reinforce: the critic moves
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    nll = F.nll_loss(F.log_softmax(logits, 1), a, reduction="none")
    return (nll * (G - baseline)).mean()
