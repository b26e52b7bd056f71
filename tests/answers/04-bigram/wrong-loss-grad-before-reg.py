# fails: gradient
# because: backward() is called before the regularisation is added, so the gradient is that of the likelihood alone; it must be that of the whole loss.
# batch: 1
# told: true author loss: gradient without the regularisation
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    p = torch.softmax(W[xs], dim=1)
    loss = -p[torch.arange(len(xs)), ys].log().mean()
    loss.backward()
    dW = W.grad
    loss = loss + reg * (W**2).mean()
    return loss.detach(), dW
