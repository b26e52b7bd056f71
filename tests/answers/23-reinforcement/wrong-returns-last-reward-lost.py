# fails: returns
# because: At the end of an episode the whole return becomes 0, the step's own reward with it; G is r[t] there.
# batch: 1
# told: true author returns: the last reward lost
# %% solution-returns
def returns(r, done, gamma):
    G, g = torch.zeros_like(r), 0.0
    for t in reversed(range(len(r))):
        g = (r[t] + gamma * g) * (~done[t])
        G[t] = g
    return G
