# fails: FlattenConsecutive, pairs
# because: Within a group the channels are interleaved (channel 0 of all letters, then channel 1 ...); the vectors have to stand one after the other, the earlier letter whole and first.
# batch: 1
# told: true author flatten, channels interleaved
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n = self.n
        if T % n:
            raise ValueError(f"T={T} % n={n} != 0")
        groups = x.reshape(B, T // n, n, C).permute(0, 1, 3, 2)   # group, channel, member
        out = groups.flatten(2)
        return out if T // n > 1 else out.flatten(1)
