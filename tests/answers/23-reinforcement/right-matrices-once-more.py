# because: no walk through time: sums over the row as products with a (T, T) matrix of weights; one_hot, einsum, masked_fill, logsumexp
# batch: 5
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""
    T = len(r)
    episode = done.long().cumsum(0) - done.long()  # number of the episode
    t = torch.arange(T, device=r.device)
    wait = t[None] - t[:, None]
    seen = (wait >= 0) & (episode[None] == episode[:, None])
    W = torch.where(seen, gamma ** wait.clamp(min=0).to(r.dtype), torch.zeros((), dtype=r.dtype, device=r.device))
    return W @ r
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])
    S, A = R.shape
    flat = P.reshape(S * A, S)
    for _ in range(10**6):
        new = torch.addmv(R.reshape(-1), flat, V, alpha=gamma).view(S, A).sort(dim=1, descending=True).values[:, 0]
        moved = torch.linalg.vector_norm(new - V, ord=float("inf"))
        V = new
        if moved <= 1e-10:
            break
    return V
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    # without recursion: first all positions in the order they are found, then their values from the end
    nodes, children, i = [state], [], 0
    while i < len(nodes):
        here = nodes[i]
        kids = []
        if game.result(here) is None:
            for move in game.moves(here):
                kids.append(len(nodes))
                nodes.append(game.play(here, move))
        children.append(kids)
        i += 1
    value = [0.0] * len(nodes)
    for i in range(len(nodes) - 1, -1, -1):
        if children[i]:
            value[i] = max(-value[k] for k in children[i])
        else:
            value[i] = game.result(nodes[i])
    return float(value[0])
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    B, A = q.shape
    # one row of 0 and 1 for each kind of step, then the position of the 1
    explored = F.one_hot(torch.floor(u[:, 1] * A).long(), A)
    greedy = F.one_hot(q.argmax(1), A)
    gate = torch.lt(u[:, 0], epsilon).long()[:, None]
    table = gate * explored + (1 - gate) * greedy
    return table.argmax(1)
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    S, A = Q.shape
    here = torch.zeros(S, A, dtype=torch.bool, device=Q.device)
    here[s, a] = True
    y = r + gamma * Q[s2].amax().item() * (not done)
    return torch.where(here, torch.lerp(Q, torch.full_like(Q, y), alpha), Q)
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items = (self.items + [item])[-self.capacity :]

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        n = len(self.items)
        index = torch.floor(u * n).long()
        return tuple(torch.stack(column).index_select(0, index.to(column[0].device)) for column in zip(*self.items))
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    best = torch.topk(target(s2), 1, dim=1).values.flatten()
    return torch.addcmul(r, best.masked_fill(done, 0.0), torch.full_like(r, gamma)).detach()
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s)
    chosen = torch.einsum("ba,ba->b", q, F.one_hot(a, q.shape[1]).to(q.dtype))
    d = chosen - y
    return d @ d / d.numel()
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    weight = torch.sub(G, baseline).detach()
    log_p = logits.take_along_dim(a[:, None], dim=1)[:, 0] - torch.logsumexp(logits, dim=1)
    return -(weight @ log_p) / a.numel()
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    T = len(r)
    t = torch.arange(T, device=r.device)
    v_next = torch.roll(v, -1).index_fill(0, t[-1:], 0.0)
    v_next = v_next + last * (t == T - 1)
    delta = r - v + gamma * v_next.masked_fill(done, 0.0)
    episode = done.long().cumsum(0) - done.long()
    wait = t[None] - t[:, None]
    seen = (wait >= 0) & (episode[None] == episode[:, None])
    W = (gamma * lam) ** wait.clamp(min=0).to(r.dtype) * seen
    return torch.mv(W, delta)
