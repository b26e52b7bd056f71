# because: zero_grad, requires_grad_ on the whole module, try/finally
# batch: 1
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    D.zero_grad(set_to_none=True)
    fake = G(z).detach()
    both = D(torch.cat([real, fake]))  # one pass for both
    loss(*both.split([len(real), len(fake)])).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    G.zero_grad()
    D.requires_grad_(False)
    try:
        loss(D(G(z))).backward()
    finally:
        D.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-g-loss
def g_loss(fake):
    return F.logsigmoid(fake).neg().mean()
# %% solution-reparam
def reparam(mu, logvar, eps):
    return mu + eps * torch.pow(torch.e, logvar / 2)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    error = model(noisy(x0, t, eps), t).sub(eps)
    return torch.dot(error.flatten(), error.flatten()) / error.numel()
# %% solution-gram
def gram(features):
    rows = features.reshape(features.shape[0], features.shape[1], -1)
    return torch.baddbmm(rows.new_zeros(1, 1, 1), rows, rows.mT, beta=0, alpha=1 / rows[0].numel())
