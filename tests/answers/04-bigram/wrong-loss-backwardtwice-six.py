# because: calls backward for the data loss and again for the whole loss: .grad adds up, so the data part of the gradient is doubled
# batch: 6
# told: true author loss: backward for each term and for the whole
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    V = W.shape[0]
    logits = F.one_hot(xs, V).float() @ W
    counts = logits.exp()
    p = counts / counts.sum(1, keepdim=True)
    loss = -p[torch.arange(len(xs)), ys].log().mean()
    loss.backward(retain_graph=True)
    # now the regularisation
    loss = loss + reg * (W**2).mean()
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
