# because: computes the flat place as i * P.stride(0) + y[i] but torch.take counts in the logical table, whose rows are P.shape[1] long: wrong numbers (or an index out of range) for a P that is a view, e.g. a transposed one
# batch: 6
# told: true author pick: the stride for the width
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    row_starts = torch.arange(len(y), device=y.device) * P.stride(0)
    return torch.take(P, row_starts + y)
