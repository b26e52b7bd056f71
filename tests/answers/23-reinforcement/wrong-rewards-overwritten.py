# fails: *
# because: G is the same tensor as r, so the caller's rewards are overwritten; make a new tensor.
# batch: 2
# told: true author returns: written over the rewards
# %% solution-returns
def returns(r, done, gamma):
    G = r
    T = len(G)
    for t in range(T - 2, -1, -1):
        if not done[t]:
            G[t] += gamma * G[t + 1]
    return G
