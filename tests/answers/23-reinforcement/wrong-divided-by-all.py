# fails: dqn_loss
# because: The squares are averaged over all B * A entries, those of the actions not taken being 0; divide by B.
# batch: 2
# told: true author dqn loss: divided by all entries
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    values = online(s)
    mask = F.one_hot(a, values.shape[1])
    error = (values - y[:, None]) * mask
    return error.square().mean()
