# because: squeeze() without an axis when one group is left: a batch of one example loses its batch axis too
# batch: 6
# told: true author flatten, bare squeeze for the last group
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError(f"{T} positions are not divisible by {self.n}")
        out = x.reshape(B, T // self.n, C * self.n)
        if T // self.n == 1:
            out = out.squeeze()
        return out
