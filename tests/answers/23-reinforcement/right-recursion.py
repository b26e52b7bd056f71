# because: everything that can be recursive is: functions that call themselves on both halves of the row or batch; alpha-beta in the game
# batch: 5
# %% solution-returns
def returns(r, done, gamma):
    """r (T,), done (T,) bool, gamma from 0 to 1 -> G (T,): the discounted sum of the rewards from each step on."""

    def part(r, done, after):
        if len(r) == 1:
            return r.clone() if done[0] else r + gamma * after
        half = len(r) // 2
        late = part(r[half:], done[half:], after)
        return torch.cat([part(r[:half], done[:half], late[0]), late])

    return part(r, done, 0.0)
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])

    def sweep(V):
        return torch.stack([(R[s] + gamma * P[s].mv(V)).max() for s in range(len(V))])

    before, V = V, sweep(V)
    while torch.any(torch.abs(V - before) > 1e-10):
        before, V = V, sweep(V)
    return V
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""

    def search(state, alpha, beta):
        value = game.result(state)
        if value is not None:
            return value
        best = float("-inf")
        for move in game.moves(state):
            best = max(best, -search(game.play(state, move), -beta, -alpha))
            alpha = max(alpha, best)
            if alpha >= beta:
                break
        return best

    return float(search(state, float("-inf"), float("inf")))
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    """q (B, A), u (B, 2) uniform in [0, 1) -> actions (B,), int64."""
    if len(q) == 1:
        return (u[:, 1] * q.shape[1]).long() if u[0, 0] < epsilon else q.argmax(1)
    half = len(q) // 2
    return torch.cat([epsilon_greedy(q[:half], epsilon, u[:half]), epsilon_greedy(q[half:], epsilon, u[half:])])
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    """Q (S, A); s, a, s2 int, r float, done bool -> a new table in which Q[s, a] has moved towards its target."""
    if not done:
        return q_update(Q, s, a, r + gamma * float(Q[s2].max()), s2, True, alpha, gamma)
    step = torch.zeros_like(Q)
    step[s, a] = alpha * (r - Q[s, a])
    return Q + step
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items.append(item)
        if len(self.items) > self.capacity:
            self.items.reverse()
            self.items.pop()
            self.items.reverse()

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""

        def draw(numbers):
            if not numbers:
                return []
            return [self.items[int(numbers[0] * len(self.items))]] + draw(numbers[1:])

        return tuple(map(torch.stack, zip(*draw(u.tolist()))))
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    if len(r) == 1:
        return r.detach().clone() if done[0] else (r + gamma * target(s2).max()).detach()
    half = len(r) // 2
    parts = [slice(0, half), slice(half, None)]
    return torch.cat([dqn_target(online, target, r[k], s2[k], done[k], gamma) for k in parts])
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    """s (B, D), a (B,) int, y (B,), the targets -> the loss, a scalar ()."""
    n = len(y)
    if n == 1:
        return (online(s)[0, a[0]] - y[0]).square()
    half = n // 2
    left = dqn_loss(online, s[:half], a[:half], y[:half])
    right = dqn_loss(online, s[half:], a[half:], y[half:])
    return (half * left + (n - half) * right) / n
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    T = len(a)
    if T == 1:
        return -torch.log_softmax(logits[0], 0)[a[0]] * (G[0] - baseline[0]).detach()
    k = T // 2
    early = reinforce_loss(logits[:k], a[:k], G[:k], baseline[:k])
    late = reinforce_loss(logits[k:], a[k:], G[k:], baseline[k:])
    return (k * early + (T - k) * late) / T
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    """r, v (T,), done (T,) bool, last (): the value after the last step -> advantages A (T,)."""

    def part(first, end, V_after, A_after):
        if end - first == 1:
            A = r[first:end] - v[first:end]
            return A if done[first] else A + gamma * (V_after + lam * A_after)
        half = (first + end) // 2
        late = part(half, end, V_after, A_after)
        return torch.cat([part(first, half, v[half], late[0]), late])

    return part(0, len(r), last, 0.0)
