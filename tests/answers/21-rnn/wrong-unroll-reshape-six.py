# because: stacks the states along time first, (T, B, H), and reshapes to (B, T, H) instead of transposing: series and times get mixed up (right for one series or one step only)
# batch: 6
# told: true numeric same numbers elsewhere
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    B, T, D = xs.shape
    states = [h0]
    for x in xs.unbind(1):
        states.append(step(x, states[-1]))
    return torch.stack(states[1:]).reshape(B, T, -1)
