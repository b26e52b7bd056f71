# because: uses the Huber loss (smooth_l1_loss), as many DQN programs do, instead of the mean square
# batch: 5
# told: true author dqn loss: huber
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q_sa = online(s).gather(dim=1, index=a.unsqueeze(-1)).squeeze(-1)
    return F.smooth_l1_loss(q_sa, y)
