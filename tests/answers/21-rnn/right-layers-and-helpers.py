# because: Goes layer by layer with a nested function, scales by lists and plain Python, uses var_mean and linalg.
# batch: 2
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    def read(step, series, h):
        seen = [h]
        for x in series:
            seen.append(step(x, seen[-1]))
        return seen[1:]

    series, lasts = list(xs.unbind(1)), []
    for step, h in zip(steps, h0s):
        series = read(step, series, h)
        lasts.append(series[-1])
    return torch.stack(series, dim=1), lasts
# %% solution-standardise
def standardise(series, n):
    variance, mean = torch.var_mean(series[:n], correction=0)
    return (series - mean) * variance.rsqrt()
# %% solution-clip
def clip_norm(grads, max_norm):
    n = torch.linalg.vector_norm(torch.cat([g.reshape(-1) for g in grads if g is not None]))
    factor = max_norm / n if n > max_norm else 1.0
    clipped = [None if g is None else g * factor for g in grads]
    return clipped, float(n)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    lengths = torch.empty_like(hs[0, :, 0])
    for t in range(hs.shape[1] - 1, -1, -1):
        lengths[t] = torch.linalg.vector_norm(dh)
        dh = torch.matmul(dh * (1 - hs[:, t] ** 2), Wh.t())
    return lengths
# %% solution-naive
def naive(X, ahead, season):
    target = X.shape[1] - 1 + ahead  # its place, were the window longer
    return X[:, target - season]
# %% solution-skill
def skill(p, y, baseline):
    errors = torch.stack([p.flatten(), baseline]) - y
    mine, theirs = (errors**2).mean(1)
    return (theirs - mine) / theirs
