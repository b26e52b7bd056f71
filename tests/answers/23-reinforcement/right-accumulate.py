# because: accumulate for the returns, slices as memory, two functions for the two players, lists for the table
# batch: 1
# %% solution-returns
def returns(r, done, gamma):
    from itertools import accumulate

    pairs = list(zip(r, done))[::-1]
    G = list(accumulate(pairs, lambda g, pair: pair[0] if pair[1] else pair[0] + gamma * g, initial=0.0))
    return torch.stack(G[1:]).flip(0)
# %% solution-negamax
def negamax(game, state):
    def mine(s):
        v = game.result(s)
        return v if v is not None else max(theirs(game.play(s, m)) for m in game.moves(s))

    def theirs(s):  # worth to me, with the other one to move
        v = game.result(s)
        return -v if v is not None else min(mine(game.play(s, m)) for m in game.moves(s))

    return mine(state)
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        self.items = (self.items + [item])[-self.capacity :]

    def sample(self, u):
        n = len(self.items)
        rows = [self.items[i] for i in (u * n).floor().int().tolist()]
        columns = [[], [], [], [], []]
        for row in rows:
            for column, x in zip(columns, row):
                column.append(x)
        return tuple(torch.stack(column, 0) for column in columns)
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    y = r if done else r + gamma * max(Q[s2].tolist())
    new = [list(line) for line in Q.tolist()]
    new[s][a] = (1 - alpha) * new[s][a] + alpha * y
    return torch.tensor(new, dtype=Q.dtype, device=Q.device)
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    out, state = [], (last, 0.0)  # the value and the advantage after this step
    for reward, value, over in list(zip(r, v, done))[::-1]:
        after, ahead = (0.0, 0.0) if over else state
        state = (value, reward - value + gamma * (after + lam * ahead))
        out.append(state[1])
    return torch.stack(out).flip(0)
