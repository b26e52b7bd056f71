# because: A memory rebuilt at each step, lists of numbers, logsumexp, a while loop with all(), recursion over the row.
# batch: 2
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items = [*self.items, item][-self.capacity :]

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        whole = [torch.stack(column) for column in zip(*self.items)]
        where = (u * len(self.items)).floor().long()
        return tuple(column[where.to(column.device)] for column in whole)
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    rows = Q.tolist()
    y = r + (0 if done else gamma * max(rows[s2]))
    new = Q.clone()
    new[s, a] = rows[s][a] + alpha * (y - rows[s][a])
    return new
# %% solution-values
def value_iteration(P, R, gamma):
    V, change = torch.zeros_like(R[:, 0]), True
    while change:
        Q = R + gamma * (P * V).sum(-1)
        new = Q.sort(dim=1).values[:, -1]
        change = not bool(((new - V).abs() <= 1e-10).all())
        V = new
    return V
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    chosen = logits.gather(1, a.view(-1, 1)).view(-1)
    surprise = logits.logsumexp(1) - chosen
    return (surprise * G.detach() - surprise * baseline.detach()).mean()
# %% solution-returns
def returns(r, done, gamma):
    rows, after = [], torch.zeros_like(r[:1]).sum()
    for reward, over in zip(r.flip(0), done.flip(0)):
        after = torch.where(over, reward, reward + gamma * after)
        rows.append(after)
    return torch.stack(rows).flip(0)
