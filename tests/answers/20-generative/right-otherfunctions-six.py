# because: right; other torch functions: logaddexp, autograd.grad, addcmul, exp(cumsum(log1p)), half-angle cosine, einsum
# batch: 6
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    return torch.logaddexp(torch.zeros_like(real), -real).mean() + torch.logaddexp(torch.zeros_like(fake), fake).mean()
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    return (torch.stack([torch.zeros_like(fake), fake]).logsumexp(0) - fake).mean()
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    own = list(D.parameters())
    slopes = torch.autograd.grad(loss(D(real), D(G(z).detach())), own)
    for p, slope in zip(own, slopes):
        p.grad = slope
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    own = list(G.parameters())
    for p, slope in zip(own, torch.autograd.grad(loss(D(G(z))), own)):  # grad() writes into no .grad: nothing to freeze
        p.grad = slope
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    return torch.addcmul(mu, eps, torch.exp(logvar.div(2)))
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    return (torch.einsum("bj,bj->b", mu, mu) + (torch.expm1(logvar) - logvar).sum(1)) / 2
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    return torch.add(drawn, kl.sum()).div(x.size(0))
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    return torch.log1p(-betas).cumsum(0).exp()
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = (1 + torch.cos((t + s * T) / (T + s * T) * torch.pi)) / 2  # cos^2 of the half angle
    return (-torch.diff(f) / f[:-1]).clamp(max=0.999)
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    left = alpha_bar.index_select(0, t)
    return torch.einsum("b,b...->b...", left.sqrt(), x0) + torch.einsum("b,b...->b...", (1 - left).sqrt(), eps)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    wrong = (model(noisy(x0, t, eps), t) - eps).flatten()
    return torch.dot(wrong, wrong) / wrong.numel()
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    from_one = F.pad(alpha_bar, (1, 0), value=1.0)  # what is left before step t
    noise = 1 - alpha_bar[t]
    mean = torch.rsqrt(1 - betas[t]) * (x - betas[t] * torch.rsqrt(noise) * guess)
    return torch.addcmul(mean, z, ((1 - from_one[t]) * betas[t] / noise).sqrt())
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    return torch.einsum("bchw,bdhw->bcd", features, features) / features[0].numel()
