# because: torch.func for the gradients, functional style elsewhere
# batch: 1
# %% solution-norms
def grad_norms(x, weights, skip):
    def loss(ws):
        h = x.detach()
        for w in ws:
            h = torch.tanh(h @ w) + (h if skip else 0)
        return h.square().sum() / 2

    grads = torch.func.grad(loss)([w.detach() for w in weights])
    return torch.stack([torch.linalg.matrix_norm(g) for g in grads])
# %% solution-saliency
def saliency(model, x, k):
    gradient = torch.func.grad(lambda a: model(a).gather(1, k[:, None]).sum())(x.detach())
    return torch.linalg.vector_norm(gradient.detach(), ord=float("inf"), dim=1)
# %% solution-cam
def grad_cam(features, head, x, k):
    A = features(x).detach()
    g = torch.func.grad(lambda a: head(a)[torch.arange(len(a), device=a.device), k].sum())(A)
    alpha = F.adaptive_avg_pool2d(g, 1)
    return (alpha * A).sum(1).relu().detach()
# %% solution-residual
def residual(x, f, shortcut=None):
    return F.relu(sum(path(x) for path in (f, shortcut if shortcut is not None else nn.Identity())))
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    y = augment(x.clone()) if training else x
    return torch.div(y - mean, std)
