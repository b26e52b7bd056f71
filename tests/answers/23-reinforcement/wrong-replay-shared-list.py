# fails: *
# because: The list is made once for the class, so all memories share it; each memory needs its own in __init__.
# batch: 1
# told: true author replay: one list for all memories
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    items = []  # the oldest first

    def __init__(self, capacity):
        self.capacity = capacity

    def add(self, *item):
        self.items.append(item)
        while len(self.items) > self.capacity:
            del self.items[0]

    def sample(self, u):
        n = len(self.items)
        batch = [self.items[k] for k in (u * n).long()]
        s, a, r, s2, done = zip(*batch)
        return torch.stack(s), torch.stack(a), torch.stack(r), torch.stack(s2), torch.stack(done)
