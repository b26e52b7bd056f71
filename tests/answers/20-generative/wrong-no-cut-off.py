# fails: cosine_betas
# because: The last beta is left at 1; it has to be cut off at 0.999.
# batch: 2
# told: true author cosine: not cut off
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + s) / (1 + s) * (torch.pi / 2)).pow(2)
    bar = f / f[0]
    return 1 - bar[1:] / bar[:-1]
