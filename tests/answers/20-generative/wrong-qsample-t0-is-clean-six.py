# because: leaves the examples with t = 0 clean, as if t = 0 were the picture before the first noising step
# batch: 6
# told: true author q: t = 0 left clean
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    a = alpha_bar[t]
    a = torch.where(t == 0, torch.ones_like(a), a)  # nothing happened yet at 0
    left = a.reshape(-1, *[1] * (x0.dim() - 1))
    return torch.sqrt(left) * x0 + torch.sqrt(1 - left) * eps
