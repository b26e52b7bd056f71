# because: only s is divided by 1 + s, the angle is (u + s / (1 + s)) * pi / 2, so the curve ends beyond pi / 2
# batch: 6
# told: true author cosine: only the offset divided
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    u = t / T
    offset = s / (1 + s)
    a = torch.cos((u + offset) * torch.pi / 2) ** 2
    a = a / a[0].clone()
    betas = 1 - a[1:] / a[:-1]
    return torch.minimum(betas, torch.full_like(betas, 0.999))
