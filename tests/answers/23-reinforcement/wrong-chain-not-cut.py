# fails: gae
# because: At the end of an episode only V of the next state is left out, the advantage of the next episode still flows in; both are left out.
# batch: 2
# told: true author gae: the advantage past the end
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    A, run = torch.zeros_like(r), 0.0
    for t in reversed(range(len(r))):
        v2 = last if t == len(r) - 1 else v[t + 1]
        delta = r[t] + gamma * v2 * (~done[t]) - v[t]
        run = delta + gamma * lam * run
        A[t] = run
    return A
