# fails: Replay, not full yet
# because: u is multiplied by the capacity and the number cut to what is there; n is how many steps are there now.
# batch: 2
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
        self.items = self.items[-self.capacity:]

    def sample(self, u):
        """u (B,) -> five tensors, each with B in front of its own shape."""
        where = (u * self.capacity).long().clamp(max=len(self.items) - 1)
        chosen = [self.items[k] for k in where.tolist()]
        return tuple(torch.stack(list(x)) for x in zip(*chosen))
