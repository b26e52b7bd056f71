# because: logaddexp for softplus, products for squares, lerp, addcmul, half-angle formula for the cosine, sqrt of the exponential.
# batch: 2
# %% solution-d-loss
def d_loss(real, fake):
    zero = real.new_zeros(())
    return torch.logaddexp(zero, -real).mean() + torch.logaddexp(zero, fake).mean()
# %% solution-g-loss
def g_loss(fake):
    return torch.logaddexp(torch.zeros_like(fake), -fake).sum() / fake.numel()
# %% solution-reparam
def reparam(mu, logvar, eps):
    return torch.addcmul(mu, torch.exp(logvar / 2), eps)
# %% solution-kl
def kl(mu, logvar):
    return torch.stack([(m @ m + v.expm1().sum() - v.sum()) / 2 for m, v in zip(mu, logvar)])
# %% solution-elbo
def negative_elbo(x, logits, kl):
    drawn = (F.softplus(logits) - x * logits).sum(dim=1)
    return torch.mean(drawn + kl)
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)
    f = torch.cos((t / T + s) / (1 + s) * torch.pi / 2).square()
    return torch.where(1 - f[1:] / f[:-1] > 0.999, 0.999, 1 - f[1:] / f[:-1])
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar[t]
    while left.dim() < x0.dim():
        left = left[..., None]
    return left.sqrt() * x0 + (1 - left).sqrt() * eps
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    wrong = eps - model(noisy(x0, t, eps), t)
    return (wrong * wrong).sum() / wrong.numel()
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    bars = torch.cat([torch.ones_like(alpha_bar[:1]), alpha_bar])  # bars[t + 1] belongs to t
    mean = (x - betas[t] / (1 - bars[t + 1]).sqrt() * guess) * (1 - betas[t]).rsqrt()
    return mean + ((1 - bars[t]) / (1 - bars[t + 1]) * betas[t]).sqrt() * z
