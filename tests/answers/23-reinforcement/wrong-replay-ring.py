# fails: Replay, full
# because: It writes over the oldest place like a ring, so the list no longer begins with the oldest, and sample counts from the wrong place.
# batch: 1
# told: true author replay: a ring
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first
        self.count = 0

    def add(self, *item):
        if len(self.items) < self.capacity:
            self.items.append(item)
        else:
            self.items[self.count % self.capacity] = item
        self.count += 1

    def sample(self, u):
        i = (u * len(self.items)).long().tolist()
        return tuple(torch.stack(part) for part in zip(*(self.items[j] for j in i)))
