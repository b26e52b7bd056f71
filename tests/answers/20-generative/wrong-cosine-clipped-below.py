# fails: cosine_betas, 1000 steps
# because: betas are kept above 0.0001, too
# batch: 4
# told: true author cosine: the smallest cut off too
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + s) / (1 + s) * torch.pi / 2) ** 2
    return (1 - f[1:] / f[:-1]).clamp(0.0001, 0.999)
