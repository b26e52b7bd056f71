# fails: dqn_loss
# because: gather leaves (B, 1), and minus y (B,) gives a number for each pair; squeeze the column first.
# batch: 2
# told: true author dqn loss: every pair
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    taken = online(s).gather(1, a[:, None])
    return (taken - y).pow(2).mean()
