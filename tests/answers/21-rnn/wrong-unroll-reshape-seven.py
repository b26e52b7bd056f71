# because: stacks the states along time first, (T, B, H), and reshapes to (B, T, H) instead of transposing: mixes up series and steps
# batch: 7
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    B, T, D = xs.shape
    H = h0.shape[1]
    states = []
    h = h0
    for t in range(T):
        x_t = xs[:, t, :]
        h = step(x_t, h)
        states.append(h)
    hs = torch.stack(states)
    return hs.reshape(B, T, H)
