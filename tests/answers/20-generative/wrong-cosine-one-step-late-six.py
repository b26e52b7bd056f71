# because: beta_t leads from a(t-1) to a(t) as in the paper that counts from 1, with beta_0 = 0: all betas sit one place too late and the last is lost
# batch: 6
# told: true numeric shifted by one
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.cos((t / T + s) / (1 + s) * torch.pi / 2).square()
    a = f / f[0]
    betas = torch.zeros_like(a[:-1])
    for i in range(1, T):
        betas[i] = min(1 - a[i] / a[i - 1], 0.999)
    return betas
