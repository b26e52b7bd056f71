# because: forgets the oldest already when the memory holds exactly capacity steps (>= after the append), so only capacity - 1 are kept
# batch: 5
# told: true author replay: one too few
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items.append(item)
        if len(self.items) >= self.capacity:
            self.items.pop(0)

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        n = len(self.items)
        batch = [self.items[int(x * n)] for x in u]
        return tuple(torch.stack(col) for col in zip(*batch))
