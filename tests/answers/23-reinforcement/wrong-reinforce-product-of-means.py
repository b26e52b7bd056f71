# because: multiplies the mean cross-entropy with the mean advantage; the mean of the products is another number
# batch: 5
# told: true author reinforce: means multiplied
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    advantage = (G - baseline).detach()
    loss = F.cross_entropy(logits, a)
    return (loss * advantage).mean()
