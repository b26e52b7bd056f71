# because: logarithms, ratios and permutes
# batch: 1
# %% solution-g-loss
def g_loss(fake):
    return (F.relu(-fake) + torch.log1p(torch.exp(-fake.abs()))).mean()
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        if p.grad is not None:
            p.grad = torch.zeros_like(p.grad)
    loss(D(real), D(G(z).detach())).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    fake = G(z)
    # D's opinion of a leaf: the gradient of the loss with respect to the fakes
    leaf = fake.detach().requires_grad_()
    (dfake,) = torch.autograd.grad(loss(D(leaf)), leaf)
    for p in G.parameters():
        p.grad = None
    fake.backward(dfake)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-kl
def kl(mu, logvar):
    return (mu.pow(2).sum(-1) + logvar.exp().sum(-1) - logvar.sum(-1) - mu.size(-1)).mul(0.5)
# %% solution-elbo
def negative_elbo(x, logits, kl):
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / x.size(0)
    return drawn + kl.sum() / kl.numel()
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    left = alpha_bar[t]
    # last axis first, so that broadcasting over the batch is automatic
    back = lambda a: a.movedim(0, -1)
    return (left.sqrt() * back(x0) + (1 - left).sqrt() * back(eps)).movedim(-1, 0)
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    beta, ab = betas[t], alpha_bar[t]
    mean = (x - beta * guess / (1 - ab).sqrt()) / (1 - beta).sqrt()
    if t == 0:
        return mean
    return mean + torch.sqrt((1 - alpha_bar[t - 1]) / (1 - ab) * beta) * z
