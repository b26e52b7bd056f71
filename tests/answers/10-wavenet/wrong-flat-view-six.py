# because: uses view instead of reshape: refuses a transposed x (RuntimeError), passes for contiguous ones
# batch: 6
# told: true author flatten, view of a transposed tensor
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n != 0:
            raise ValueError(f"T = {T} cannot be divided into groups of n = {self.n}")
        x = x.view(B, T // self.n, C * self.n)
        if x.shape[1] == 1:
            x = x.squeeze(1)
        return x
