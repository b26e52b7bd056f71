# fails: T not divisible by n
# because: Letters that do not fill a group are cut off in silence; a ValueError must be raised.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        groups = T // self.n
        x = x[:, : groups * self.n].reshape(B, groups, self.n * C)
        return x.squeeze(1)
