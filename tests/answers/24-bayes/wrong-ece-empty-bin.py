# fails: ece, an empty bin
# because: The mean of an empty bin is NaN and makes the whole sum NaN; empty bins count nothing.
# batch: 1
# told: true author ece: empty bins
# %% solution-ece
def ece(p, y, bins):
    which = torch.clamp((p * bins).long(), max=bins - 1)
    total = 0.0
    for b in range(bins):
        sel = which == b
        gap = (p[sel].mean() - y[sel].float().mean()).abs()
        total = total + sel.float().mean() * gap
    return total
