# because: other tools of the language: itertools.accumulate, deque, a sweep in place state by state (Gauss-Seidel), a deque behind a property, cummax and torch.take, GAE through returns()
# batch: 5
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""
    from itertools import accumulate

    pairs = list(zip(r.flip(0).unbind(), done.flip(0).tolist()))
    if not pairs:
        return torch.zeros_like(r)
    walk = accumulate(pairs[1:], lambda G, step: step[0] + (0.0 if step[1] else gamma) * G, initial=pairs[0][0])
    return torch.stack(list(walk)[::-1])
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])
    # each state uses what the states before it have just learned
    while True:
        largest = 0.0
        for s in range(R.shape[0]):
            better = float((R[s] + gamma * (P[s] * V).sum(-1)).max())
            largest = max(largest, abs(better - float(V[s])))
            V[s] = better
        if not largest > 1e-10:
            return V
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    known = {}  # for this call only

    def value(state):
        if state not in known:
            end = game.result(state)
            known[state] = end if end is not None else -min(map(value, (game.play(state, m) for m in game.moves(state))))
        return known[state]

    try:
        return float(value(state))
    except TypeError:  # a state that cannot be hashed
        end = game.result(state)
        return float(end) if end is not None else -min(negamax(game, game.play(state, m)) for m in game.moves(state))
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    beliefs = q.clone()
    rows = torch.arange(q.shape[0], device=q.device)
    chosen = (u[:, 1] * q.shape[1]).long()
    # whoever explores believes in nothing but the action that was drawn
    beliefs[u[:, 0] < epsilon] = -float("inf")
    beliefs[rows, chosen] = torch.where(u[:, 0] < epsilon, torch.zeros_like(u[:, 0]).to(q.dtype), q[rows, chosen])
    return beliefs.max(dim=1, keepdim=False).indices
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    y = torch.as_tensor(r, dtype=Q.dtype, device=Q.device)
    for future in [] if done else [Q[s2].sort().values[-1]]:
        y = y + gamma * future
    index = (torch.tensor([s], device=Q.device), torch.tensor([a], device=Q.device))
    return Q.index_put(index, ((1 - alpha) * Q[s, a] + alpha * y).view(1))
# %% solution-replay
from collections import deque


class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.queue = deque(maxlen=capacity)

    @property
    def items(self):
        return list(self.queue)

    def add(self, *item):
        """Remember one step: five tensors."""
        self.queue.append(item)

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        chosen = [self.queue[k] for k in (u * len(self.queue)).floor().int().tolist()]
        return tuple(torch.cat([x[None] for x in column]) for column in zip(*chosen))
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    y = r.detach().clone()
    going_on = torch.nonzero(~done)[:, 0]
    if len(going_on):
        q, _ = target(s2[going_on]).detach().cummax(dim=1)
        y.index_add_(0, going_on, gamma * q[:, -1])
    return y
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    q = online(s)
    flat = torch.arange(q.shape[0], device=a.device) * q.shape[1] + a
    return F.mse_loss(torch.take(q, flat), y, reduction="mean")
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    with torch.no_grad():
        weight = G - baseline
    return (F.cross_entropy(logits, a, reduction="none") * weight).mean()
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""
    # the advantages are the returns of the surprises, with discount gamma * lambda
    after = torch.where(done, torch.zeros_like(v), torch.cat([v[1:], last[None]]))
    return returns(r + gamma * after - v, done, gamma * lam)
