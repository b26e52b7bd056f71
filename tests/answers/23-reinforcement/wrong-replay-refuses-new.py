# fails: Replay, full
# because: When the memory is full the new step is thrown away; the oldest one should be forgotten.
# batch: 1
# told: true author replay: forgets the newest
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        if len(self.items) < self.capacity:
            self.items.append(item)

    def sample(self, u):
        n = len(self.items)
        chosen = [self.items[int(x * n)] for x in u]
        return tuple(torch.stack(c) for c in zip(*chosen))
