# fails: FlattenConsecutive, pairs
# because: The positions are cut into n long pieces that are laid side by side, so position i meets i + T/n; it is consecutive positions that belong together.
# batch: 1
# told: true author flatten, halves joined
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError(f"{T} positions cannot be put into groups of {self.n}")
        out = torch.cat(x.chunk(self.n, dim=1), dim=2)
        return out.squeeze(1) if out.shape[1] == 1 else out
