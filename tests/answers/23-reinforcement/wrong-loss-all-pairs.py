# because: online(s)[:, a] picks for each row the actions of all steps, (B, B), so the mean runs over all pairs of steps
# batch: 5
# told: true author dqn loss: columns instead of entries
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s)[:, a]
    return F.mse_loss(q, y.expand_as(q))
