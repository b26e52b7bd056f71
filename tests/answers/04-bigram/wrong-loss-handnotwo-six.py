# because: gradient by hand: forgets the factor 2 of the derivative of W ** 2 in the regularisation
# batch: 6
# told: true author loss: by hand: the 2 of the squares
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    V = W.size(0)
    n = xs.size(0)
    with torch.no_grad():
        X = F.one_hot(xs, V).to(W.dtype)
        Y = F.one_hot(ys, V).to(W.dtype)
        p = (X @ W).softmax(1)
        loss = -(p * Y).sum(1).log().mean() + reg * W.pow(2).mean()
        dW = X.T @ (p - Y) / n + reg * W / V**2
    return loss.detach(), dW
