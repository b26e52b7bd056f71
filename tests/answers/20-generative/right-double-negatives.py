# because: log-sigmoids, binary cross-entropies, explicit grads by autograd.grad, einsum and loops in the place of cumprod.
# batch: 2
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    return -(F.logsigmoid(real).mean() + F.logsigmoid(-fake).mean())
# %% solution-g-loss
def g_loss(fake):
    return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    ps = list(D.parameters())
    with torch.no_grad():
        fake = G(z)
    for p, gradient in zip(ps, torch.autograd.grad(loss(D(real), D(fake)), ps)):
        p.grad = gradient
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    mine = list(G.parameters())
    for p, d in zip(mine, torch.autograd.grad(loss(D(G(z))), mine)):
        p.grad = d
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-alpha
def alpha_bars(betas):
    bars = []
    for beta in betas.unbind():
        bars.append((bars[-1] if bars else 1) * (1 - beta))
    return torch.stack(bars)
# %% solution-gram
def gram(features):
    B, C, H, W = features.shape
    return torch.einsum("bchw,bdhw->bcd", features, features) / (C * H * W)
