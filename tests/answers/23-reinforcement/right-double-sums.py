# because: Writes the sums out instead of walking backwards: a matrix of discount factors between steps of one episode.
# batch: 2
# %% solution-returns
def returns(r, done, gamma):
    G = torch.zeros_like(r)
    for t in range(len(r)):
        weight, k = 1.0, t
        while k < len(r):
            G[t] += weight * r[k]
            if done[k]:
                break
            weight, k = weight * gamma, k + 1
    return G
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    on = (~done).to(r.dtype)
    delta = r + gamma * on * torch.cat([v[1:], last.view(1)]) - v
    T = len(r)
    M = torch.zeros(T, T, dtype=r.dtype, device=r.device)
    for t in range(T):
        weight = 1.0
        for k in range(t, T):
            M[t, k] = weight
            weight = weight * gamma * lam
            if done[k]:
                break
    return M @ delta
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    while True:
        new = torch.stack([max((R[s, a] + gamma * P[s, a].dot(V) for a in range(R.shape[1]))) for s in range(len(R))])
        if float((new - V).abs().max()) <= 1e-10:
            return new
        V = new
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    rows = []
    for beliefs, (u0, u1) in zip(q.tolist(), u.tolist()):
        rows.append(int(u1 * len(beliefs)) if u0 < epsilon else beliefs.index(max(beliefs)))
    return torch.tensor(rows, dtype=torch.int64, device=q.device)
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    return torch.stack([(values[k] - aim) ** 2 for values, k, aim in zip(online(s), a.tolist(), y)]).sum() / len(y)
