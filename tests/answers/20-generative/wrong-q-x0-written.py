# fails: q_sample, its arguments afterwards
# because: x0 is shrunk in place
# batch: 4
# told: true author q: the picture written over
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    left = alpha_bar[t].view(-1, *[1] * (x0.dim() - 1))
    x0 *= left.sqrt()
    return x0 + (1 - left).sqrt() * eps
