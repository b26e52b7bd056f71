# fails: *
# because: In the function the student uses xb and yb, the batch of the cells before, instead of the arguments xs and ys, so that every batch gives the same loss.
# batch: 1
# told: true author loss: the notebook's batch
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    z = W[xb]
    q = z.exp() / z.exp().sum(1, keepdim=True)
    data_loss = -q[torch.arange(len(xb)), yb].log().mean()
    loss = data_loss + reg * (W**2).mean()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
