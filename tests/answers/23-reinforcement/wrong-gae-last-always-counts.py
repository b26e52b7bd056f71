# because: the mask for ended episodes is applied to v[1:] only and last is appended unmasked: if the row ends with an episode, last is added all the same
# batch: 5
# told: none
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    following = torch.cat([v[1:] * ~done[:-1], last.view(1)])
    delta = r + gamma * following - v
    A = delta.clone()
    for t in range(len(r) - 2, -1, -1):
        if not done[t]:
            A[t] += gamma * lam * A[t + 1]
    return A
