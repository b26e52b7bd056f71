# fails: *
# because: The function uses the notebook's xb and yb instead of its arguments xs and ys.
# batch: 2
# told: true author loss: the notebook's batch
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    n = len(xb)
    p = W[xb].softmax(dim=1)
    loss = -p[torch.arange(n), yb].log().mean() + reg * (W**2).mean()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
