# fails: Replay, full
# because: The oldest is dropped as soon as there are `capacity` steps, so one too few is kept; only more than capacity is too many.
# batch: 2
# told: true author replay: one too few
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        self.items.append(item)
        if len(self.items) >= self.capacity:
            del self.items[0]

    def sample(self, u):
        n = len(self.items)
        rows = [self.items[i] for i in (u * n).long().tolist()]
        return [torch.stack(c) for c in zip(*rows)]
