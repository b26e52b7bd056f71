# because: bins closed at the top (ceil - 1) instead of floor: a probability exactly on an edge, such as 1/2 of 4 bins, lands in the lower bin
# batch: 5
# told: true author ece: a border to the bin below
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    b = ((p * bins).ceil().long() - 1).clamp(min=0)
    total = 0.0
    for k in range(bins):
        inside = b == k
        n = int(inside.sum())
        if n > 0:
            total += n / len(p) * abs(p[inside].mean().item() - y[inside].float().mean().item())
    return total
