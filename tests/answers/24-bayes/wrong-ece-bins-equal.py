# fails: ece
# because: All bins count the same (mean over bins); each should weigh as much as there are predictions in it.
# batch: 1
# told: true author ece: all bins that are not empty alike
# %% solution-ece
def ece(p, y, bins):
    place = (p * bins).long().clamp(max=bins - 1)
    gaps = []
    for b in range(bins):
        inside = place == b
        if inside.any():
            gaps.append((p[inside].mean() - y[inside].float().mean()).abs())
    return torch.stack(gaps).mean()
