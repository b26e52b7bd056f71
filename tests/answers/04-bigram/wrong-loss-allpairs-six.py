# because: p[:, ys] takes for every example the probabilities of the answers of ALL examples, (n, n), and averages over these
# batch: 6
# told: true author loss: all targets for each example
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    xenc = F.one_hot(xs, num_classes=W.shape[0]).float()
    p = (xenc @ W).softmax(dim=1)
    loss = -p[:, ys].log().mean() + reg * (W**2).mean()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
