# fails: *
# because: The list is kept on the class, so all memories share it; each memory has its own list, self.items.
# batch: 2
# told: true author replay: one list for all memories
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    items = []

    def __init__(self, capacity):
        self.capacity = capacity

    def add(self, *item):
        self.items.append(item)
        if len(self.items) > self.capacity:
            self.items.pop(0)

    def sample(self, u):
        n = len(self.items)
        s, a, r, s2, done = zip(*(self.items[int(p * n)] for p in u))
        return torch.stack(s), torch.stack(a), torch.stack(r), torch.stack(s2), torch.stack(done)
