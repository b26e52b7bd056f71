# because: stores the state before each step, so hs begins with h0 and the last state is missing
# batch: 7
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    hs = []
    h = h0
    for t in range(xs.shape[1]):
        hs.append(h)
        h = step(xs[:, t], h)
    return torch.stack(hs, dim=1)
