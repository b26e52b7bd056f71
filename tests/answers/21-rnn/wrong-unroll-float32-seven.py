# because: fills a torch.zeros of the default dtype float32, so the float64 states are rounded and the dtype of the arguments is lost
# batch: 7
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    B, T, _ = xs.shape
    hs = torch.zeros(B, T, h0.shape[1], device=xs.device)
    h = h0
    for t in range(T):
        h = step(xs[:, t], h)
        hs[:, t] = h
    return hs
