# fails: T not divisible by n
# because: The error's text contains T only; both numbers, T and n, are asked for.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n != 0:
            raise ValueError(f"the number of positions ({T}) is not divisible")
        out = x.reshape(B, T // self.n, C * self.n)
        return out[:, 0] if T == self.n else out
