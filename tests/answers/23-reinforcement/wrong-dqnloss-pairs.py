# fails: dqn_loss
# because: The picked values are a column (B, 1) minus a row (B,): a table of all pairs of steps; they must be a row.
# batch: 1
# told: true author dqn loss: every pair
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s).gather(1, a[:, None])
    return ((q - y) ** 2).mean()
