# because: detaches the state every 32 steps (truncated BPTT): the values are right, but no gradient gets past such a place in a longer series
# batch: 6
# told: true author unroll: the graph cut in long series
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    hs = []
    h = h0
    for t in range(xs.shape[1]):
        if t > 0 and t % 32 == 0:
            h = h.detach()  # keep the graph short, the series may have thousands of steps
        h = step(xs[:, t], h)
        hs.append(h)
    return torch.stack(hs, dim=1)
