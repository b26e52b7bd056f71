# fails: cosine_betas
# because: does not cut the last beta off at 0.999, so it is 1
# batch: 1
# told: true author cosine: not cut off
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + s) / (1 + s) * torch.pi / 2) ** 2
    return 1 - f[1:] / f[:-1]
