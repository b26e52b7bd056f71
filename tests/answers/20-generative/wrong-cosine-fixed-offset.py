# fails: cosine_betas, another offset
# because: writes 0.008 into the formula and never uses s
# batch: 1
# told: true author cosine: the default offset for every offset
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    u = t / T
    f = torch.cos((u + 0.008) / 1.008 * torch.pi * 0.5).square()
    ab = f / f[0]
    return torch.minimum(1 - ab[1:] / ab[:-1], torch.tensor(0.999, dtype=torch.float64, device=check.device))
