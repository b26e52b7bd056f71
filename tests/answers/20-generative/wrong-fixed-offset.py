# fails: cosine_betas, another offset
# because: 0.008 is written into the formula, so the argument s does nothing; use s.
# batch: 2
# told: true author cosine: the default offset for every offset
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + 0.008) / 1.008 * torch.pi / 2) ** 2
    return (1 - f[1:] / f[:-1]).clamp(max=0.999)
