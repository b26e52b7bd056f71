# fails: ece
# because: p = 1 falls into a bin of its own behind the last and is left out; it belongs to the last bin.
# batch: 1
# told: true author ece: p = 1 left out
# %% solution-ece
def ece(p, y, bins):
    N, total = len(p), 0.0
    for b in range(bins):
        m = (p * bins).floor() == b
        n = int(m.sum())
        if n == 0:
            continue
        total += n / N * abs(p[m].mean().item() - y[m].float().mean().item())
    return total
