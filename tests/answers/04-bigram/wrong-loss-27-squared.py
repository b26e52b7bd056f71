# fails: *
# because: The student divides the sum of squares by 27²; W is (V, V), and the text says not to count on V = 27.
# batch: 1
# told: true author loss: 27 squared
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    logprobs = W[xs].log_softmax(1)
    rows = torch.arange(len(xs)).to(xs.device)
    loss = -logprobs[rows, ys].mean() + reg * (W * W).sum() / 27**2
    # dW: (V, V), the gradient of loss with respect to W
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
