# fails: reinforce_loss
# because: The minus is forgotten, so gradient descent makes good actions less probable.
# batch: 2
# told: true author reinforce: the sign
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    lp = logits.log_softmax(dim=1)[torch.arange(len(a), device=a.device), a]
    advantage = (G - baseline).detach()
    return (lp * advantage).mean()
