# fails: dqn_loss
# because: smooth_l1_loss is the Huber loss that many DQN programs use; here it is the mean square.
# batch: 1
# told: true author dqn loss: huber
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s)[torch.arange(len(a), device=a.device), a]
    return F.smooth_l1_loss(q, y)
