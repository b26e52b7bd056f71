# because: knows only points (B, D) and pictures (B, C, H, W): anything else gets view(-1, 1, 1, 1), so x0 of shape (B, C, L) comes out as (B, B, C, L)
# batch: 6
# told: true author q: two or four dimensions
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    if x0.dim() == 2:
        left = alpha_bar[t].view(-1, 1)
    else:
        left = alpha_bar[t].view(-1, 1, 1, 1)
    return left.sqrt() * x0 + (1 - left).sqrt() * eps
