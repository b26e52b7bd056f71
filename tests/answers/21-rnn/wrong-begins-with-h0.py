# fails: unroll
# because: The state before each step is stored, so hs begins with h0 and the last state is missing; hs[:, t] is the state after step t.
# batch: 2
# told: true author unroll: the last step left out
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    hs, h = [], h0
    for t in range(xs.shape[1]):
        hs.append(h)
        h = step(xs[:, t], h)
    return torch.stack(hs, dim=1)
