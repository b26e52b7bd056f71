# fails: cosine_betas
# because: The student divides by the number of entries, T + 1; u = t / T, so that u = 1 at the end.
# batch: 2
# told: true author cosine: T + 1 steps
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    u = t / len(t)
    f = (((u + s) / (1 + s)) * torch.pi / 2).cos() ** 2
    abar = f / f[0]
    return torch.minimum(1 - abar[1:] / abar[:-1], torch.tensor(0.999, dtype=torch.float64, device=t.device))
