# because: almost no tensor operations: lists of Python numbers, loops and if, tensors only at the end (except where gradients are needed)
# batch: 5
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""
    rs, ds = r.tolist(), done.tolist()
    out = []
    for t in range(len(rs)):
        total, weight = 0.0, 1.0
        for k in range(t, len(rs)):
            total += weight * rs[k]
            weight *= gamma
            if ds[k]:
                break
        out.append(total)
    return torch.tensor(out, dtype=r.dtype, device=r.device)
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])
    probs, rew, vals = P.tolist(), R.tolist(), V.tolist()
    while True:
        new = []
        for s in range(len(rew)):
            options = []
            for a in range(len(rew[s])):
                options.append(rew[s][a] + gamma * sum(p * x for p, x in zip(probs[s][a], vals)))
            new.append(max(options))
        biggest = max(abs(x - y) for x, y in zip(new, vals))
        vals = new
        if biggest <= 1e-10:
            break
    return torch.tensor(vals, dtype=R.dtype, device=R.device)
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    over = game.result(state)
    if over is not None:
        return float(over)
    worst_for_other = None
    for move in game.moves(state):
        theirs = negamax(game, game.play(state, move))
        if worst_for_other is None or theirs < worst_for_other:
            worst_for_other = theirs
    return -worst_for_other
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    out = []
    for row, (u0, u1) in zip(q.tolist(), u.tolist()):
        if u0 < epsilon:
            out.append(int(u1 * len(row)))
        else:
            out.append(row.index(max(row)))
    return torch.tensor(out, dtype=torch.int64, device=q.device)
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    rows = Q.tolist()
    y = r
    if not done:
        y += gamma * max(rows[s2])
    rows[s][a] += alpha * (y - rows[s][a])
    return torch.tensor(rows, dtype=Q.dtype, device=Q.device)
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        if len(self.items) == self.capacity:
            del self.items[0]
        self.items.append(item)

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        n = len(self.items)
        s, a, r, s2, done = [], [], [], [], []
        for x in u.tolist():
            item = self.items[int(x * n)]
            s.append(item[0])
            a.append(item[1])
            r.append(item[2])
            s2.append(item[3])
            done.append(item[4])
        return torch.stack(s), torch.stack(a), torch.stack(r), torch.stack(s2), torch.stack(done)
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    rows = target(s2).tolist()
    y = []
    for i, over in enumerate(done.tolist()):
        y.append(r[i].item() if over else r[i].item() + gamma * max(rows[i]))
    return torch.tensor(y, dtype=r.dtype, device=r.device)
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s)
    total = 0
    for i in range(len(y)):
        total = total + (q[i, int(a[i])] - y[i]) ** 2
    return total / len(y)
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    total = 0
    for z, action, g, b in zip(logits, a.tolist(), G.tolist(), baseline.tolist()):
        total = total - z.log_softmax(0)[action] * (g - b)
    return total / len(logits)
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    rs, vs, ds = r.tolist(), v.tolist(), done.tolist()
    vs.append(float(last))
    T = len(rs)
    surprise = [rs[t] - vs[t] + (0 if ds[t] else gamma * vs[t + 1]) for t in range(T)]
    out = []
    for t in range(T):
        total, k, weight = surprise[t], t, gamma * lam
        while not ds[k] and k + 1 < T:
            k += 1
            total += weight * surprise[k]
            weight *= gamma * lam
        out.append(total)
    return torch.tensor(out, dtype=r.dtype, device=r.device)
