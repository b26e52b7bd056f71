# fails: returns
# because: The sum is cut where the following step is done, one place off; done[t] says that step t itself is the last.
# batch: 2
# told: true author returns: cut one step late
# %% solution-returns
def returns(r, done, gamma):
    G = r.clone()
    for t in range(len(r) - 2, -1, -1):
        if not done[t + 1]:
            G[t] = r[t] + gamma * G[t + 1]
    return G
