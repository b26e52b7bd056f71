# because: Loops over examples where others broadcast: the noise of each example, each picture's Gram matrix, each pixel row.
# batch: 2
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    return torch.stack([a.sqrt() * x + (1 - a).sqrt() * e for x, e, a in zip(x0, eps, alpha_bar[t])])
# %% solution-gram
def gram(features):
    out = []
    for picture in features:
        rows = picture.flatten(1)
        out.append(rows.mm(rows.t()).div(rows.numel()))
    return torch.stack(out)
# %% solution-elbo
def negative_elbo(x, logits, kl):
    total = 0
    for a, b, c in zip(x, logits, kl):
        total = total + F.binary_cross_entropy_with_logits(b, a, reduction="sum") + c
    return total / len(x)
# %% solution-kl
def kl(mu, logvar):
    return 0.5 * torch.einsum("bj->b", mu.square() + logvar.exp() - 1 - logvar)
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        p.grad = None
    loss(D(real), D(G(z).clone().detach())).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    mean = (1 - betas[t]) ** -0.5 * (x - betas[t] * (1 - alpha_bar[t]) ** -0.5 * guess)
    if t == 0:
        return mean
    sd = torch.sqrt(betas[t] * (1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]))
    return mean.add(z * sd)
