# because: adds the regularisation after backward: it is in the loss, but missing in the gradient
# batch: 6
# told: true author loss: gradient without the regularisation
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    p = F.softmax(W[xs], dim=1)
    right = p[torch.arange(len(ys)), ys]
    loss = -torch.log(right).mean()
    loss.backward()
    loss = loss + reg * W.square().mean()
    dW = W.grad.clone()
    return loss.detach(), dW
