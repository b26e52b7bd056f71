# fails: gae, lambda = 0
# because: At the end of an episode the next state's V is still added to the surprise; both V and A are left out there.
# batch: 2
# told: true author gae: the value past the end
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    v_next = torch.cat([v[1:], last.reshape(1)])
    delta = r + gamma * v_next - v
    A = torch.empty_like(r)
    acc = torch.zeros((), dtype=r.dtype, device=r.device)
    for t in range(len(r) - 1, -1, -1):
        acc = delta[t] if done[t] else delta[t] + gamma * lam * acc
        A[t] = acc
    return A
