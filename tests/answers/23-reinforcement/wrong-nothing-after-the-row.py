# fails: gae
# because: After the end of the row the student puts 0 for V; if the episode goes on there, the critic's `last` is what is still to come.
# batch: 2
# told: true author gae: the row ends with nothing
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    T = r.shape[0]
    adv = torch.zeros_like(r)
    next_v, next_a = 0.0, 0.0
    for t in reversed(range(T)):
        if done[t]:
            next_v, next_a = 0.0, 0.0
        adv[t] = r[t] + gamma * next_v - v[t] + gamma * lam * next_a
        next_v, next_a = v[t], adv[t]
    return adv
