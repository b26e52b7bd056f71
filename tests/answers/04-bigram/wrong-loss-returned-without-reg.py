# fails: loss
# because: The student differentiates the whole loss but returns the likelihood term alone as the loss; the regularisation belongs to it.
# batch: 1
# told: true author loss: returned without the regularisation
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    p = F.softmax(W[xs], dim=-1)
    loss = -torch.log(p[range(len(xs)), ys]).mean()
    (loss + reg * W.square().mean()).backward()
    dW = W.grad
    return loss.detach(), dW
