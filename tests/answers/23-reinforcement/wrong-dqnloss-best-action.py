# fails: dqn_loss
# because: It compares the largest value of each row with y; the target belongs to the action that was taken.
# batch: 1
# told: true author dqn loss: the best action
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s).max(dim=1).values
    return F.mse_loss(q, y)
