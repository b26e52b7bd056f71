# because: subtracts in place from y: the loss and the gradients are right, but the caller's targets are replaced by the differences
# batch: 5
# told: true author dqn loss: written into the targets
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    y -= online(s).gather(1, a[:, None]).squeeze(1)
    return (y ** 2).mean()
