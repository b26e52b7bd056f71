# fails: *
# because: The running sum is kept in x itself (x[b, t] += ...), so the caller's tensor is overwritten and a second call gives other numbers; the sum belongs into a variable of its own.
# batch: 1
# told: true author loop: keeps its sum in x
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            # running sum, so that nothing is added up twice
            if t > 0:
                x[b, t] += x[b, t - 1]
            xbow[b, t] = x[b, t] / (t + 1)
    return xbow
