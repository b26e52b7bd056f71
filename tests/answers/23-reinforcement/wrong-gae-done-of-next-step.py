# because: uses done[t+1] as 'the next state is terminal' (another convention for done, as in CleanRL) instead of done[t], so each episode is cut one step too early
# batch: 5
# told: true author gae: cut one step late
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    T = r.shape[0]
    advantages = torch.zeros_like(r)
    lastgaelam = 0
    for t in reversed(range(T)):
        if t == T - 1:
            nextnonterminal = 1.0 - done[t].to(r.dtype)
            nextvalue = last
        else:
            nextnonterminal = 1.0 - done[t + 1].to(r.dtype)
            nextvalue = v[t + 1]
        delta = r[t] + gamma * nextvalue * nextnonterminal - v[t]
        advantages[t] = lastgaelam = delta + gamma * lam * nextnonterminal * lastgaelam
    return advantages
