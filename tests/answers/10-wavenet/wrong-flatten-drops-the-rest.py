# fails: T not divisible by n
# because: The letters that do not fill a group are left out in silence; a T that n does not divide must raise a ValueError.
# batch: 1
# told: true author flatten, the rest cut off
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        groups = T // self.n
        x = x[:, : groups * self.n]
        x = x.reshape(B, groups, self.n * C)
        return x[:, 0] if groups == 1 else x
