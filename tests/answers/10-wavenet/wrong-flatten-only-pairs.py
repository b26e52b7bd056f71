# fails: FlattenConsecutive, groups of four
# because: Only every even and every odd position are joined, which is right for n = 2 alone; groups of n need n parts.
# batch: 1
# told: true author flatten, only pairs
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n > 0:
            raise ValueError(f"{T} letters, but groups of {self.n}")
        even, odd = x[:, 0::2, :], x[:, 1::2, :]
        joined = torch.cat([even, odd], -1)
        if joined.shape[1] == 1:
            return joined[:, 0, :]
        return joined
