# fails: FlattenConsecutive, pairs
# because: The later letters come first; the earlier position of a group has to stand on the left.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError(f"{T} positions cannot be grouped by {self.n}")

        parts = [x[:, k :: self.n] for k in reversed(range(self.n))]
        out = torch.cat(parts, dim=2)
        if out.shape[1] == 1:
            out = out[:, 0]
        return out
