# fails: deep_rnn: the last states
# because: Only the last state of the top layer is given back; the list needs one for each layer.
# batch: 2
# told: true author deep_rnn: a list of the top layer's last state
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    series = xs
    for step, h in zip(steps, h0s):
        out = []
        for t in range(series.shape[1]):
            h = step(series[:, t], h)
            out.append(h)
        series = torch.stack(out, dim=1)
    return series, [h]
