# because: A context manager that freezes, one helper for the roots of signal and noise, logs for products.
# batch: 2
# %% solution-g-step
class frozen:
    """for a while no parameter of this net can learn"""

    def __init__(self, net):
        self.ps = [p for p in net.parameters() if p.requires_grad]

    def __enter__(self):
        for p in self.ps:
            p.requires_grad_(False)

    def __exit__(self, *_):
        for p in self.ps:
            p.requires_grad_(True)


def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    G.zero_grad(set_to_none=True)
    with frozen(D):
        loss(D(G(z))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
# %% solution-reparam
def reparam(mu, logvar, eps):
    return mu + eps * logvar.exp().sqrt()
# %% solution-alpha
def alpha_bars(betas):
    return torch.log1p(-betas).cumsum(0).exp()
# %% solution-cosine
def cosine_betas(T, s=0.008):
    def left(k):
        return torch.cos(torch.tensor((k / T + s) / (1 + s) * torch.pi / 2, dtype=torch.float64)) ** 2

    rows = [min(1 - float(left(k + 1) / left(k)), 0.999) for k in range(T)]
    return torch.tensor(rows, dtype=torch.float64, device=check.device)
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    return torch.dist(eps, model(noisy(x0, t, eps), t)) ** 2 / eps.numel()
# %% solution-gram
def gram(features):
    maps = features.reshape(*features.shape[:2], -1)
    return (maps[:, :, None] * maps[:, None]).sum(-1) / maps[0].numel()
