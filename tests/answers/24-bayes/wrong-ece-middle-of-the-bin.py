# because: The share of ones is compared with the middle of the bin, not with the mean of the probabilities in it.
# batch: 3
# %% solution-ece
def ece(p, y, bins):
    index = (p * bins).long().clamp(max=bins - 1)
    result = 0.0
    for b in range(bins):
        n_b = (index == b).sum()
        if n_b == 0:
            continue
        said = (b + 0.5) / bins
        came = y[index == b].float().mean()
        result = result + n_b / len(p) * abs(said - came)
    return result
