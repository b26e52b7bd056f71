# fails: loop
# because: The slice x[b, :t] ends before position t, so the position itself is missing (and position 0 averages nothing and gets NaN); it must be x[b, :t + 1].
# batch: 1
# told: true author loop: stops one short
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            past = x[b, :t]  # everything so far
            xbow[b, t] = past.mean(0)
    return xbow
