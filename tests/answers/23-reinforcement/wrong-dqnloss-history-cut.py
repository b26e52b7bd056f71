# fails: dqn_loss: what the online net learns
# because: The online net's values are detached, so nothing can be learned; the gradient must go into Q(s, a).
# batch: 1
# told: true author dqn loss: no gradient
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s).detach().gather(1, a.view(-1, 1)).view(-1)
    return torch.mean((q - y) ** 2)
