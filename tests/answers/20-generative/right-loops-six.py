# because: right; plain Python loops over single numbers, examples and steps, with stack at the end, instead of vector operations
# batch: 6
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    total_r, n = 0, 0
    for r in real.flatten():
        total_r = total_r - F.logsigmoid(r)
        n += 1
    total_f, m = 0, 0
    for f in fake.flatten():
        total_f = total_f - F.logsigmoid(-f)
        m += 1
    return total_r / n + total_f / m
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    total, m = 0, 0
    for f in fake.flatten():
        total = total - F.logsigmoid(f)
        m += 1
    return total / m
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    for p in D.parameters():
        p.grad = None
    with torch.no_grad():
        fake = G(z)
    loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in G.parameters():
        p.grad = None
    for p in D.parameters():
        p.requires_grad_(False)
    value = loss(D(G(z)))
    value.backward()
    for p in D.parameters():
        p.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    out = []
    for m, v, e in zip(mu.flatten(), logvar.flatten(), eps.flatten()):
        out.append(m + torch.exp(v / 2) * e)
    return torch.stack(out).reshape(mu.shape)
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    each = []
    for m, v in zip(mu, logvar):
        s = 0
        for j in range(len(m)):
            s = s + m[j] * m[j] + torch.exp(v[j]) - 1 - v[j]
        each.append(s / 2)
    return torch.stack(each)
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    total = 0
    for b in range(x.shape[0]):
        for i in range(x.shape[1]):
            total = total - x[b, i] * F.logsigmoid(logits[b, i]) - (1 - x[b, i]) * F.logsigmoid(-logits[b, i])
        total = total + kl[b]
    return total / x.shape[0]
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    out, left = [], 1
    for b in betas:
        left = left * (1 - b)
        out.append(left)
    return torch.stack(out)
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    import math

    def f(k):
        return math.cos((k / T + s) / (1 + s) * math.pi / 2) ** 2

    betas = torch.empty_like(t[:T])
    for k in range(T):
        betas[k] = min(1 - f(k + 1) / f(k), 0.999)
    return betas
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    out = []
    for picture, step, noise in zip(x0, t, eps):
        left = alpha_bar[int(step)]
        out.append(left.sqrt() * picture + (1 - left).sqrt() * noise)
    return torch.stack(out)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    guess = model(noisy(x0, t, eps), t)
    total = 0
    for wanted, got in zip(eps, guess):
        total = total + ((wanted - got) ** 2).sum()
    return total / eps.numel()
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    beta, now = float(betas[t]), float(alpha_bar[t])
    before = 1.0
    if t > 0:
        before = float(alpha_bar[t - 1])
    variance = (1 - before) / (1 - now) * beta
    out = []
    for a, b, c in zip(x.flatten(), guess.flatten(), z.flatten()):
        mean = (a - beta / (1 - now) ** 0.5 * b) / (1 - beta) ** 0.5
        out.append(mean + variance**0.5 * c)
    return torch.stack(out).reshape(x.shape)
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    out = []
    for picture in features:
        for c in range(C):
            for d in range(C):
                out.append((picture[c] * picture[d]).sum() / (C * H * W))
    return torch.stack(out).reshape(B, C, C)
