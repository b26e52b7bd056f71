# fails: Replay, not full yet
# because: The place is floor(u * capacity), although the memory may not be full; n is how many steps are there now.
# batch: 1
# told: true author replay: drawn over the capacity, then cut
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        self.items.append(item)
        if len(self.items) > self.capacity:
            self.items.pop(0)

    def sample(self, u):
        places = [min(int(x * self.capacity), len(self.items) - 1) for x in u.tolist()]
        rows = [self.items[i] for i in places]
        return [torch.stack([row[k] for row in rows]) for k in range(5)]
