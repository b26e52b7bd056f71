# fails: *
# because: The factor gets exactly one more axis, right for points (B, D) but not for pictures; it needs as many as x0 has behind the first.
# batch: 2
# told: true author q: for points only
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    left = alpha_bar[t].unsqueeze(1)
    return left.sqrt() * x0 + (1 - left).sqrt() * eps
