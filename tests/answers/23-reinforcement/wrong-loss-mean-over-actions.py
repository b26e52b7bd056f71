# because: puts y into a copy of the net's own output and takes mse_loss over all B*A entries: the loss and its gradients are too small by the factor A
# batch: 5
# told: true author dqn loss: divided by all entries
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s)
    wanted = q.detach().clone()
    wanted[torch.arange(len(a), device=a.device), a] = y
    return F.mse_loss(q, wanted)
