# because: BatchNorm goes the long way of notebook 08 (variance and mean paths apart), the head through exp, sum and reciprocal; slope and common by other routes.
# batch: 1
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""
    onehot = torch.zeros_like(logits).scatter_(0, torch.tensor([y], device=logits.device), 1.0)
    return logits.softmax(-1).sub(onehot)
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""
    counts = (logits - logits.amax(1, keepdim=True)).exp()
    probs = counts / counts.sum(1, keepdim=True)
    return probs.scatter_add(1, Y[:, None], -torch.ones_like(probs[:, :1])) / Y.numel()
# %% solution-slope
D = bnraw / bnvar_inv
ds = (D * dbnraw).sum(0, keepdim=True)
dvar = -0.5 * bnvar_inv**3 * ds
dD = bnvar_inv * dbnraw + 2 * D * dvar / (n - 1)
slope = -2 * dvar / (n - 1) / bnvar_inv**2
# %% solution-common
common = (dbnraw - slope * bnraw).mean(0, keepdim=True)
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""
    n = len(dhpreact)
    D = bnraw / bnvar_inv
    dxhat = dhpreact * bngain
    dvar = -0.5 * bnvar_inv**3 * (D * dxhat).sum(0, keepdim=True)
    dD = bnvar_inv * dxhat + 2 / (n - 1) * D * dvar
    return dD - dD.mean(0, keepdim=True)
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        torch._foreach_add_(list(parameters.values()), [gradients[name] for name in parameters], alpha=-rate)
    return parameters, losses
