# fails: loss; gradient
# because: The sum of the squares of W is added instead of their mean.
# batch: 2
# told: true author loss: reg times the sum of squares
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    logits = W[xs]
    logp = torch.log_softmax(logits, dim=1)
    loss = -logp[torch.arange(len(xs)), ys].mean() + reg * (W**2).sum()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
