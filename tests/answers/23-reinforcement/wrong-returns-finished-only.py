# because: only episodes that end with done are filled in: the steps of the unfinished episode at the end of the row keep the return 0
# batch: 5
# told: true author returns: an episode without an end
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""

    G = torch.zeros_like(r)
    start = 0
    for end in torch.nonzero(done).flatten().tolist():
        g = 0
        for t in range(end, start - 1, -1):
            g = r[t] + gamma * g
            G[t] = g
        start = end + 1
    return G
