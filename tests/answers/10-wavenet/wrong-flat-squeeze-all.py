# fails: *
# because: squeeze() without an axis also removes the batch axis of a batch of one example; only the middle axis may go.
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

        out = x.reshape(B, T // self.n, C * self.n)
        return out.squeeze()
