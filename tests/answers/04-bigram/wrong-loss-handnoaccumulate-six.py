# because: gradient by hand with dW[xs] += dlogits: for a token that occurs several times in xs only one of its rows is added
# batch: 6
# told: true author loss: by hand: repeated tokens overwritten
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    W = W.detach()
    n = xs.shape[0]
    rows = torch.arange(n)
    logits = W[xs]
    p = torch.softmax(logits, dim=1)
    loss = -p[rows, ys].log().mean() + reg * (W * W).mean()
    # by hand: (p - onehot(y)) / n
    dlogits = p.clone()
    dlogits[rows, ys] -= 1
    dlogits /= n
    dW = 2 * reg * W / W.numel()
    dW[xs] += dlogits
    return loss.detach(), dW
