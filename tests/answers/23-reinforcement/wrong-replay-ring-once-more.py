# because: a ring buffer: when full, the new step takes the oldest one's place in the list, so number i in the list is no longer counted from the oldest
# batch: 5
# told: true author replay: a ring
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first
        self.position = 0

    def add(self, *item):
        """Remember one step: five tensors."""
        if len(self.items) < self.capacity:
            self.items.append(None)
        self.items[self.position] = item
        self.position = (self.position + 1) % self.capacity

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        index = (u * len(self.items)).long().tolist()
        s, a, r, s2, done = zip(*[self.items[i] for i in index])
        return torch.stack(s), torch.stack(a), torch.stack(r), torch.stack(s2), torch.stack(done)
