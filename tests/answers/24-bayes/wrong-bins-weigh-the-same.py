# fails: ece
# because: All bins that are not empty weigh the same; a bin weighs as much as there are predictions in it, n_b / N.
# batch: 2
# told: true author ece: all bins that are not empty alike
# %% solution-ece
def ece(p, y, bins):
    b = (p * bins).long().clamp(max=bins - 1)
    gaps = []
    for k in b.unique():
        gaps.append((p[b == k].mean() - y[b == k].double().mean()).abs())
    return torch.stack(gaps).mean()
