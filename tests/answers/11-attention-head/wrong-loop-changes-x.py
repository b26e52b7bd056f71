# fails: *
# because: The running sum is kept inside x itself (x[b, t] += ...), so the caller's x changes.
# batch: 2
# %% solution-loop
def avg_past_loop(x):
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            if t > 0:
                x[b, t] += x[b, t - 1]  # running sum
            xbow[b, t] = x[b, t] / (t + 1)
    return xbow
