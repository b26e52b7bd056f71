# fails: loss
# because: The student adds reg times the sum of the squares; the text has their mean.
# batch: 1
# told: true author loss: reg times the sum of squares
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    V = W.shape[0]
    z = F.one_hot(xs, V).float() @ W
    counts = z.exp()
    p = counts / counts.sum(1, keepdim=True)
    n = xs.shape[0]
    loss = -p[torch.arange(n), ys].log().mean() + reg * W.pow(2).sum()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
