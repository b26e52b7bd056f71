# fails: dqn_loss
# because: The largest value of each row is compared with y; it is the value of the action that was taken.
# batch: 2
# told: true author dqn loss: the best action
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s).max(dim=1).values
    return ((q - y) ** 2).mean()
