# fails: reversed_dot
# because: reversed_dot turns round the order of the keys (dim 1) and not of their channels; it must flip the last dimension.
# batch: 1
# told: true author dots: time reversed
# %% solution-dots
def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    return torch.einsum("bqd,bkd->bqk", q, k)


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return torch.einsum("bqd,bkd->bqk", q**2, k**2)


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    return torch.einsum("bqd,bkd->bqk", q, torch.flip(k, dims=[1]))
