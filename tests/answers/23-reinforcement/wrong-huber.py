# fails: dqn_loss
# because: The smooth L1 (Huber) loss of other DQN programs is taken; the text asks for the mean square.
# batch: 2
# told: true author dqn loss: huber
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s)[torch.arange(len(a), device=a.device), a]
    return F.smooth_l1_loss(q, y)
