# because: uses assert for T not divisible by n: an AssertionError, not the ValueError that was asked for
# batch: 6
# told: true author flatten, another kind of error
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        assert T % self.n == 0, f"T ({T}) must be divisible by n ({self.n})"
        x = x.reshape(B, T // self.n, self.n * C)
        if T == self.n:
            return x[:, 0, :]
        return x
