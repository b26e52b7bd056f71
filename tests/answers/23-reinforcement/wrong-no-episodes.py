# fails: returns
# because: done is ignored, so the rewards of the next episode flow into this one; where done is True, G is only r.
# batch: 2
# told: true author returns: past the end
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""
    G = torch.zeros_like(r)
    after = 0
    for t in reversed(range(len(r))):
        after = r[t] + gamma * after
        G[t] = after
    return G
