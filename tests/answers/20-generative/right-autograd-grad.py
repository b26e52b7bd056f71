# because: autograd.grad instead of backward, functional networks, other softplus forms
# batch: 1
# %% solution-d-loss
def d_loss(real, fake):
    zero = real.new_zeros(())
    return torch.logaddexp(zero, -real).mean() + torch.logaddexp(zero, fake).mean()
# %% solution-g-loss
def g_loss(fake):
    return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    with torch.no_grad():
        fake = G(z)
    own = list(D.parameters())
    for p, g in zip(own, torch.autograd.grad(loss(D(real), D(fake)), own)):
        p.grad = g
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    before = [p.requires_grad for p in D.parameters()]
    for p in D.parameters():
        p.requires_grad_(False)
    own = list(G.parameters())
    grads = torch.autograd.grad(loss(D(G(z))), own)
    for p, was in zip(D.parameters(), before):
        p.requires_grad_(was)
    for p, g in zip(own, grads):
        p.grad = g
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    return torch.addcmul(mu, (0.5 * logvar).exp(), eps)
# %% solution-kl
def kl(mu, logvar):
    return torch.einsum("bj->b", mu.square() + torch.expm1(logvar) - logvar) / 2
# %% solution-elbo
def negative_elbo(x, logits, kl):
    # -[x log s(a) + (1-x) log(1-s(a))] = softplus(a) - x a
    drawn = F.softplus(logits).sum(1) - (x * logits).sum(1)
    return torch.mean(drawn + kl)
# %% solution-alpha
def alpha_bars(betas):
    return torch.log1p(-betas).cumsum(0).exp()
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = (1 + torch.cos((t / T + s) / (1 + s) * torch.pi)) / 2
    return torch.where(f[:-1] - f[1:] < 0.999 * f[:-1], 1 - f[1:] / f[:-1], torch.full_like(f[1:], 0.999))
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar.index_select(0, t)
    return torch.einsum("b,b...->b...", left.sqrt(), x0) + torch.einsum("b,b...->b...", (1 - left).sqrt(), eps)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    return F.mse_loss(model(noisy(x0, t, eps), t), eps)
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    padded = torch.cat([alpha_bar.new_ones(1), alpha_bar])  # padded[t + 1] is alpha_bar[t]
    variance = betas[t] * (1 - padded[t]) / (1 - padded[t + 1])
    mean = torch.rsqrt(1 - betas[t]) * (x - betas[t] * torch.rsqrt(1 - padded[t + 1]) * guess)
    return torch.addcmul(mean, variance.sqrt(), z)
# %% solution-gram
def gram(features):
    return torch.einsum("bcij,bdij->bcd", features, features) / features[0].numel()
