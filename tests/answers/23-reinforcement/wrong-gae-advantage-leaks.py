# because: at the end of an episode only V(s_{t+1}) is left out; A_{t+1} of the next episode is still added
# batch: 5
# told: true author gae: the advantage past the end
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    A = torch.zeros_like(r)
    next_value, running = last, 0.0
    for t in reversed(range(len(r))):
        delta = r[t] + gamma * next_value * (~done[t]) - v[t]
        running = delta + gamma * lam * running
        A[t] = running
        next_value = v[t]
    return A
