# fails: ece
# because: The middle of each bin stands for what was said; it is the mean of the probabilities in it.
# batch: 2
# told: true author ece: the middle of the bin
# %% solution-ece
def ece(p, y, bins):
    idx = torch.clamp((p * bins).long(), max=bins - 1)
    out = 0.0
    for k in range(bins):
        m = idx == k
        n = int(m.sum())
        if n == 0:
            continue
        centre = (k + 0.5) / bins
        out += n / len(p) * abs(centre - float(y[m].float().mean()))
    return out
