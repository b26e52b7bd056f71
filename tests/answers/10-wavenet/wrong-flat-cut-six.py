# because: leaves out the last T % n letters in silence instead of raising ValueError
# batch: 6
# told: true author flatten, the rest cut off
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        groups = T // self.n
        out = x[:, : groups * self.n].reshape(B, groups, self.n * C)
        if groups == 1:
            return out.squeeze(1)
        return out
