# because: takes the root of alpha_bar first and then uses 1 - root for the noise: sqrt(1 - sqrt(alpha_bar)) instead of sqrt(1 - alpha_bar)
# batch: 6
# told: true author q: the root of one minus the root
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    left = alpha_bar.sqrt()[t]
    while left.dim() < x0.dim():
        left = left.unsqueeze(-1)
    return left * x0 + (1 - left).sqrt() * eps
