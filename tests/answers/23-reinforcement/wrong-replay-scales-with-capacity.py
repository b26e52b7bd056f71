# because: the number is floor(u * capacity), cut to the last step, instead of floor(u * n): while the memory is not full the newest step is drawn far too often
# batch: 5
# told: true author replay: drawn over the capacity, then cut
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        """Remember one step: five tensors."""
        self.items.append(item)
        while len(self.items) > self.capacity:
            del self.items[0]

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        idx = (u * self.capacity).long().clamp(max=len(self.items) - 1)
        columns = [torch.stack(c) for c in zip(*self.items)]
        return tuple(c[idx] for c in columns)
