# because: loops and running products, one number or picture at a time
# batch: 1
# %% solution-d-loss
def d_loss(real, fake):
    parts = []
    for logits, label in ((real, 1.0), (fake, 0.0)):
        parts.append(F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label)))
    return sum(parts)
# %% solution-kl
def kl(mu, logvar):
    total = mu.new_zeros(len(mu))
    for j in range(mu.shape[1]):
        m, l = mu[:, j], logvar[:, j]
        total = total + 0.5 * (m * m - l + l.exp() - 1)
    return total
# %% solution-elbo
def negative_elbo(x, logits, kl):
    total = 0
    for picture, a, distance in zip(x, logits, kl):
        drawn = -(picture * F.logsigmoid(a) + (1 - picture) * F.logsigmoid(-a)).sum()
        total = total + drawn + distance
    return total / len(x)
# %% solution-alpha
def alpha_bars(betas):
    left, out = 1.0, torch.empty_like(betas)
    for t, beta in enumerate(betas):
        left = left * (1 - beta)
        out[t] = left
    return out
# %% solution-cosine
def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64, device=check.device)  # 0, 1, .., T
    left = [(torch.cos((u + s) / (1 + s) * torch.pi / 2) ** 2).item() for u in t / T]
    betas = [min(1 - b / a, 0.999) for a, b in zip(left, left[1:])]
    return torch.tensor(betas, dtype=torch.float64, device=check.device)
# %% solution-q
def q_sample(x0, t, eps, alpha_bar):
    return torch.stack([alpha_bar[k] ** 0.5 * a + (1 - alpha_bar[k]) ** 0.5 * e for k, a, e in zip(t, x0, eps)])
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    beta, now = float(betas[t]), float(alpha_bar[t])
    before = float(alpha_bar[t - 1]) if t else 1.0
    back = (x - beta * (1 - now) ** -0.5 * guess) * (1 - beta) ** -0.5
    return back + ((1 - before) / (1 - now) * beta) ** 0.5 * z
# %% solution-gram
def gram(features):
    B, C, H, W = features.shape
    out = features.new_zeros(B, C, C)
    rows = []
    for b in range(B):
        rows.append(torch.stack([torch.stack([(features[b, c] * features[b, d]).sum() for d in range(C)]) for c in range(C)]))
    return out + torch.stack(rows) / (C * H * W)
