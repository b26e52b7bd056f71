# because: right; gradients by hand in two stages (chain rule at the fakes, old .grad of G saved and put back), plain Python lists and itertools.accumulate, outer products summed over the places
# batch: 6
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    # max(s, 0) + log(1 + e^-|s|) by hand
    def soft(s):
        return s.relu() + torch.log1p(torch.exp(-s.abs()))

    return soft(-real).sum() / real.numel() + soft(fake).sum() / fake.numel()
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    two = torch.stack([fake, torch.zeros_like(fake)], dim=-1)  # a softmax over "real" and "fake"
    return -two.log_softmax(-1)[..., 0].mean()
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    kept = [p.grad for p in G.parameters()]
    for p in [*G.parameters(), *D.parameters()]:
        p.grad = None
    loss(D(real), D(G(z))).backward()
    for p, old in zip(G.parameters(), kept):
        p.grad = old  # as if nothing had come through
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in G.parameters():
        p.grad = None
    fake = G(z)
    leaf = fake.detach().requires_grad_()
    (wish,) = torch.autograd.grad(loss(D(leaf)), leaf)  # how the fakes should move
    fake.backward(wish)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    root = torch.exp(logvar / 4)
    return torch.stack([mu, root * eps * root]).sum(0)  # the fourth root of the variance, twice
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    J = mu.shape[1]
    return 0.5 * (mu.square().mean(1) + logvar.exp().mean(1) - logvar.mean(1) - 1) * J
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    classes = torch.stack([logits, torch.zeros_like(logits)]).log_softmax(0)  # black, white
    drawn = -(torch.stack([x, 1 - x]) * classes).sum(dim=(0, 2))
    return torch.stack([d + k for d, k in zip(drawn, kl)]).mean()
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    from itertools import accumulate
    from operator import mul

    return betas.new_tensor(list(accumulate((1 - b for b in betas.tolist()), mul)))
# %% solution-cosine
def cosine_betas(T, s=0.008):
    """T: how many steps -> betas (T,), float64."""
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    angle = (t / T + s) / (1 + s) * torch.pi / 2
    a = (angle.cos() / angle[0].cos()).square()
    betas = []
    before = None
    for now in a.tolist():
        if before is not None:
            betas.append(1 - now / before if 1 - now / before < 0.999 else 0.999)
        before = now
    return t.new_tensor(betas)
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    """x0, eps (B, ...), t (B,) int from 0 to T - 1, alpha_bar (T,) -> x_t, the shape of x0."""
    # left: alpha_bar of each example, (B, 1, .., 1)
    left = alpha_bar.gather(0, t)
    flat = torch.diag(left.sqrt()) @ x0.reshape(len(x0), -1) + torch.diag((1 - left).sqrt()) @ eps.reshape(len(x0), -1)
    return flat.reshape(x0.shape)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    per_example = (model(noisy(x0, t, eps), t) - eps).pow(2).reshape(len(eps), -1).mean(1)
    return per_example.mean()
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    bars = [1.0, *alpha_bar.tolist()]  # bars[t] before step t, bars[t + 1] after it
    beta = betas.tolist()[t]
    shrink = (1 - beta) ** -0.5
    of_guess = -shrink * beta * (1 - bars[t + 1]) ** -0.5
    of_z = (beta * (1 - bars[t]) / (1 - bars[t + 1])) ** 0.5
    return sum(c * v for c, v in ((shrink, x), (of_guess, guess), (of_z, z)))
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    G = features.new_zeros(B, C, C)
    for i in range(H):
        for j in range(W):
            v = features[:, :, i, j]
            G = G + v[:, :, None] * v[:, None, :]
    return G / (C * H * W)
