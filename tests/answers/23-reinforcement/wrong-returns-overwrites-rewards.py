# because: accumulates the returns in r itself (G = r is no copy), so the caller's rewards are overwritten; the returned values are right
# batch: 5
# told: true author returns: written over the rewards
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""

    G = r
    # the last one is already right
    for t in range(len(r) - 2, -1, -1):
        if not done[t]:
            G[t] += gamma * G[t + 1]
    return G
