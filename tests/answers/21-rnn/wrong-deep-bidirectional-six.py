# because: reads "deep in two directions" as a bidirectional network: every second layer reads the series from its end to its beginning
# batch: 6
# told: true author deep_rnn: every second layer backwards
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    last = []
    series = xs
    for k, (step, h) in enumerate(zip(steps, h0s)):
        times = list(range(series.shape[1]))
        if k % 2 == 1:
            times.reverse()  # the other direction
        out = [None] * len(times)
        for t in times:
            h = step(series[:, t], h)
            out[t] = h
        series = torch.stack(out, dim=1)
        last.append(h)
    return series, last
