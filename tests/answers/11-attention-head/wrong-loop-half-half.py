# fails: loop
# because: Each step averages the previous average and the new value half and half, so older positions count less and less; the previous mean must count t times and the new value once, divided by t + 1.
# batch: 1
# told: true author loop: half and half
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            # xbow[b, t]: (C,)
            if t == 0:
                xbow[b, t] = x[b, t]
            else:
                xbow[b, t] = (xbow[b, t - 1] + x[b, t]) / 2  # old mean and the new one
    return xbow
