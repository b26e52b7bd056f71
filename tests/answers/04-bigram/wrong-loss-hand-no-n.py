# fails: gradient, reg = 0
# because: The gradient written by hand is not divided by the number n of examples, though the loss is a mean.
# batch: 2
# told: true author loss: by hand: not divided by n
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    W = W.detach()
    V = W.shape[0]
    p = torch.softmax(W[xs], dim=1)
    loss = -p[torch.arange(len(xs)), ys].log().mean() + reg * (W * W).mean()
    onehot_x = F.one_hot(xs, V).float()
    dlogits = p - F.one_hot(ys, V).float()
    dW = onehot_x.T @ dlogits + 2 * reg * W / V**2
    return loss.detach(), dW
