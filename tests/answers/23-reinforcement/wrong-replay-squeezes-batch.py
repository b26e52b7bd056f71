# because: squeezes the stacked tensors: with one number in u, or states of one number, a dimension of size 1 is lost
# batch: 5
# told: true numeric keepdim
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items += [item]
        self.items = self.items[-self.capacity:]

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        n = len(self.items)
        out = []
        for k in range(5):
            rows = [self.items[int(n * p)][k].unsqueeze(0) for p in u.tolist()]
            out.append(torch.stack(rows).squeeze())
        return tuple(out)
