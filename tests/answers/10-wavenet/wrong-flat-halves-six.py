# because: joins positions that are T/n apart (splits T into n blocks) instead of n consecutive ones
# batch: 6
# told: true author flatten, halves joined
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n != 0:
            raise ValueError(f"Cannot group {T} positions by {self.n}")
        # n pieces of the text, put side by side along the channels
        pieces = x.chunk(self.n, dim=1)
        joined = torch.cat(pieces, dim=2)
        return joined.squeeze(1) if joined.size(1) == 1 else joined
