# because: right; recursion (halves, or last and the rest) for sums and products, functional_call with detached copies of the parameters instead of freezing
# batch: 6
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""

    def add(v):
        if len(v) == 1:
            return v[0]
        half = len(v) // 2
        return add(v[:half]) + add(v[half:])

    r, f = F.softplus(-real).reshape(-1), F.softplus(fake).reshape(-1)
    return add(r) / len(r) + add(f) / len(f)
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    if fake.dim() > 1:
        return torch.stack([g_loss(row) for row in fake]).mean()  # rows of one length: the mean of the means
    return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    from torch.func import functional_call

    dead = {name: p.detach() for name, p in G.named_parameters()}
    fake = functional_call(G, dead, (z,))
    D.zero_grad(set_to_none=True)
    loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    from torch.func import functional_call

    judge = {name: p.detach() for name, p in D.named_parameters()}
    G.zero_grad(set_to_none=True)
    loss(functional_call(D, judge, (G(z),))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    if mu.dim() > 1:
        return torch.stack([reparam(*rows) for rows in zip(mu, logvar, eps)])
    return mu + eps * torch.exp(0.5 * logvar)
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    m, v = mu[:, 0], logvar[:, 0]
    first = (m**2 + v.exp() - 1 - v) / 2
    return first if mu.shape[1] == 1 else first + kl(mu[:, 1:], logvar[:, 1:])
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    def drawn_again(x, a):
        if x.shape[1] == 1:
            return (F.softplus(a) - x * a)[:, 0]
        half = x.shape[1] // 2
        return drawn_again(x[:, :half], a[:, :half]) + drawn_again(x[:, half:], a[:, half:])

    drawn = drawn_again(x, logits)
    return (drawn + kl).mean()
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    if len(betas) == 1:
        return 1 - betas
    half = len(betas) // 2
    early, late = alpha_bars(betas[:half]), alpha_bars(betas[half:])
    return torch.cat([early, early[-1] * late])
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    f = torch.sin((1 - t / T) / (1 + s) * torch.pi / 2) ** 2  # the cosine of an angle is the sine of what is missing to 90 degrees

    def rest(k):
        if k == T:
            return []
        return [torch.clamp(1 - f[k + 1] / f[k], max=0.999), *rest(k + 1)]

    return torch.stack(rest(0))
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    def deeper(v):
        return v if v.dim() == x0.dim() else deeper(v[..., None])

    left = deeper(alpha_bar[t])
    return left**0.5 * x0 + (1 - left) ** 0.5 * eps
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""

    def mean(v):
        return v if v.dim() == 0 else mean(v.mean(0))

    return mean((eps - model(noisy(x0, t, eps), t)) ** 2)
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    mean = (x - betas[t] / (1 - alpha_bar[t]) ** 0.5 * guess) / (1 - betas[t]) ** 0.5
    if t == 0:
        return mean
    return mean + ((1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]) * betas[t]) ** 0.5 * z
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    if B > 1:
        return torch.cat([gram(features[:1]), gram(features[1:])])
    rows = features[0].flatten(1)
    return (rows @ rows.T / (C * H * W))[None]
