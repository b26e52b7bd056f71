# because: Ready-made functions of torch (normalize, scatter, diagonal, mse_loss, nll_loss, autograd) instead of the formulas.
# batch: 2
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    return F.normalize(M.float(), p=1.0, dim=1, eps=0.0)
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    empty = torch.zeros(ix.numel(), K, device=ix.device)
    return empty.scatter(1, ix.long().unsqueeze(1), 1.0)
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return P[:, y].diagonal()
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    return F.mse_loss(p.squeeze(1), t)
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    v = w.detach().clone().requires_grad_()
    loss = F.mse_loss(Phi @ v, t)
    (grad,) = torch.autograd.grad(loss, v)
    return loss.detach(), grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    w = w.clone()
    while len(losses) < steps:
        loss, grad = loss_and_grad(w.clone())
        losses += [loss.item() if torch.is_tensor(loss) else loss]
        w.sub_(grad, alpha=lr)
    return w, losses
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    V = W.detach().clone().requires_grad_()
    loss = F.cross_entropy(Phi @ V, y)
    loss.backward()
    return loss.detach(), V.grad
