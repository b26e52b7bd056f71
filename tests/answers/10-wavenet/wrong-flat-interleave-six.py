# because: stacks the n neighbours on a new LAST axis before flattening: the channels are interleaved (x0c0, x1c0, x0c1, ...) instead of one letter after the other
# batch: 6
# told: true author flatten, channels interleaved
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n = self.n
        if T % n != 0:
            raise ValueError(f"T={T} is no multiple of n={n}")
        # letter 0, 1, ..., n-1 of every group
        members = [x[:, k::n, :] for k in range(n)]
        out = torch.stack(members, dim=-1).flatten(start_dim=2)
        if out.shape[1] == 1:
            return out[:, 0]
        return out
