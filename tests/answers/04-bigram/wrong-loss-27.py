# fails: *
# because: The mean of the squares is written as the sum over 27*27, but W may have another size; V is that of W.
# batch: 2
# told: true author loss: 27 squared
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    p = W[xs].softmax(1)
    loss = -p[torch.arange(xs.numel()), ys].log().mean() + reg * W.pow(2).sum() / (27 * 27)
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
