# fails: *
# because: squeeze() without an axis removes every axis of length 1, so a batch of one example loses its batch axis; only the middle axis may go.
# batch: 1
# told: true author flatten, bare squeeze
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n != 0:
            raise ValueError(f"T = {T} is not divisible by n = {self.n}")
        return x.reshape(B, T // self.n, C * self.n).squeeze()
