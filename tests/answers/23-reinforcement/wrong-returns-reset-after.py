# because: the running return is set to 0 after step t when done[t], i.e. while walking backwards the cut falls between t-1 and t instead of between t and t+1: the last step of an episode still adds the next episode, and the step before it loses its future
# batch: 5
# told: true author returns: cut one step late
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""

    G = torch.zeros_like(r)
    running = 0.0
    for t in reversed(range(len(r))):
        running = r[t] + gamma * running
        G[t] = running
        if done[t]:
            running = 0.0
    return G
