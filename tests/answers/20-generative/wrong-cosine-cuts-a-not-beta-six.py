# because: keeps a(t) from falling below 0.001 instead of cutting off the betas at 0.999, so the last beta is 1 - 0.001 / a(T-1), not 0.999
# batch: 6
# told: true author cosine: what is left kept above 0
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + s) / (1 + s) * torch.pi / 2) ** 2
    a = (f / f[0]).clamp(min=1 - 0.999)  # never all of it gone
    return 1 - a[1:] / a[:-1]
