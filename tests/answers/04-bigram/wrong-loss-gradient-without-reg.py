# fails: gradient
# because: The gradient is computed before the regularisation is added, so its share is missing from dW.
# batch: 2
# told: true author loss: gradient without the regularisation
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    xenc = F.one_hot(xs, W.shape[0]).float()
    counts = (xenc @ W).exp()
    p = counts / counts.sum(1, keepdim=True)
    loss = -p[torch.arange(len(ys)), ys].log().mean()
    loss.backward()
    dW = W.grad
    loss = loss + reg * (W**2).mean()
    return loss.detach(), dW
