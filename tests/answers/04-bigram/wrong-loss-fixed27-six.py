# because: divides the sum of the squares by 27 ** 2 and not by V ** 2: wrong for a W of another size
# batch: 6
# told: true author loss: 27 squared
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    n = len(xs)
    p = torch.softmax(W[xs], dim=1)
    data_loss = -p[torch.arange(n), ys].log().mean()
    loss = data_loss + reg * (W ** 2).sum() / 27 ** 2
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
