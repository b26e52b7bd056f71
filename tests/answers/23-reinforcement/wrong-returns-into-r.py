# fails: *
# because: G is r under another name, so the returns are written over the caller's rewards; a new tensor is needed.
# batch: 1
# told: true author returns: written over the rewards
# %% solution-returns
def returns(r, done, gamma):
    G = r
    for t in reversed(range(len(r) - 1)):
        if not done[t]:
            G[t] += gamma * G[t + 1]
    return G
