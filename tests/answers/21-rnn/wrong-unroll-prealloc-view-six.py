# because: writes each state into a preallocated tensor and feeds the step a VIEW of it, hs[:, t - 1]; the next write changes a tensor that autograd has saved, so backward through e.g. h @ Wh fails (values are right)
# batch: 6
# told: true author unroll: read from the tensor that is written to
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    B, T, _ = xs.shape
    hs = h0.new_empty(B, T, h0.shape[1])
    hs[:, 0] = step(xs[:, 0], h0)
    for t in range(1, T):
        hs[:, t] = step(xs[:, t], hs[:, t - 1])
    return hs
