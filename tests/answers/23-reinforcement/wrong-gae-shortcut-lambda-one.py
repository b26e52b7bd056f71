# because: for lambda = 1 returns G - V without last: that holds only if the row ends with an episode
# batch: 5
# told: vague numeric few wrong
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    if lam == 1:
        # everything in between cancels
        return returns(r, done, gamma) - v
    keep = (~done).to(r.dtype)
    v_next = torch.cat((v[1:], last.reshape(1)))
    delta = r + gamma * keep * v_next - v
    out, acc = [], torch.zeros_like(last)
    for d, k in zip(delta.flip(0), keep.flip(0)):
        acc = d + gamma * lam * k * acc
        out.append(acc)
    return torch.stack(out).flip(0)
