# because: F.one_hot(a) takes the number of actions from the largest action taken instead of from logits: if the last action was not taken the shapes do not fit, and if only action 0 was taken the (T, 1) mask broadcasts and adds up all log-probabilities
# batch: 5
# told: true code classes from the data
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    log_pi = F.log_softmax(logits, dim=-1)
    taken = (log_pi * F.one_hot(a)).sum(dim=-1)
    weight = (G - baseline).detach()
    return -torch.mean(taken * weight)
