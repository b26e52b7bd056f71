# fails: returns
# because: The done flags are not looked at, so the rewards of the next episode run into the one before.
# batch: 1
# told: true author returns: past the end
# %% solution-returns
def returns(r, done, gamma):
    G = torch.zeros_like(r)
    following = 0.0
    for t in range(len(r) - 1, -1, -1):
        following = r[t] + gamma * following
        G[t] = following
    return G
