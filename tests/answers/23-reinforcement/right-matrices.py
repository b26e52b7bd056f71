# because: returns and advantages as one matrix product each, value iteration by itertools, masks
# batch: 1
# %% solution-returns
def returns(r, done, gamma):
    T = len(r)
    t = torch.arange(T, device=r.device)
    episode = done.long().cumsum(0) - done.long()
    wait = t[None, :] - t[:, None]
    same = (episode[None, :] == episode[:, None]) & (wait >= 0)
    weight = torch.where(same, torch.tensor(float(gamma), dtype=r.dtype, device=r.device) ** wait.clamp(min=0), 0.0)
    return weight @ r
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    change = float("inf")
    while change > 1e-10:
        before, V = V, torch.einsum("sat,t->sa", P, V).mul(gamma).add(R).amax(-1)
        change = float((V - before).abs().max())
    return V
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    explore = (u[:, 0] < epsilon).long()
    random = torch.floor(u[:, 1] * q.shape[1]).long()
    return explore * random + (1 - explore) * q.argmax(dim=1)
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s)
    taken = F.one_hot(a, q.shape[1]).to(q.dtype)
    return ((q * taken).sum(1) - y).square().sum() / len(y)
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    T = len(r)
    go = (~done).to(r)
    delta = r + gamma * go * torch.cat([v[1:], last[None]]) - v
    M = torch.eye(T, dtype=r.dtype, device=r.device)
    if T > 1:
        M = M - torch.diag(gamma * lam * go[:-1], 1)
    return torch.linalg.solve_triangular(M, delta[:, None], upper=True)[:, 0]
