# because: divides each row of P by its sum before picking ('they are probabilities'): the numbers are changed wherever a row does not sum to exactly 1
# batch: 6
# told: true author pick: normalised first
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    # make sure that these are probabilities
    probs = P / P.sum(dim=1, keepdim=True)
    out = []
    for row, label in zip(probs, y):
        out.append(row[label])
    return torch.stack(out)
