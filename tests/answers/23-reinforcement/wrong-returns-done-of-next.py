# fails: returns
# because: It cuts where the next step is the last of an episode, done[t+1]; nothing is added where step t itself is the last.
# batch: 1
# told: true author returns: cut one step late
# %% solution-returns
def returns(r, done, gamma):
    T = r.shape[0]
    G = torch.zeros_like(r)
    G[T - 1] = r[T - 1]
    for t in range(T - 2, -1, -1):
        if done[t + 1]:
            G[t] = r[t]
        else:
            G[t] = r[t] + gamma * G[t + 1]
    return G
