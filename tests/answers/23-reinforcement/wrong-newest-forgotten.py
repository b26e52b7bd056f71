# fails: Replay, full
# because: pop() without a place takes the newest step away; the oldest, the first, is forgotten.
# batch: 2
# told: true author replay: forgets the newest
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
            self.items.pop()

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        picked = [self.items[int(x * len(self.items))] for x in u]
        return tuple(torch.stack(column) for column in zip(*picked))
