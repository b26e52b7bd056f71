# fails: gradient, reg = 0
# because: The student writes the gradient by hand and collects it with dW[xs] += ..., which keeps only one example of each token; all examples of a token must be added up (index_add_, or onehotᵀ @).
# batch: 1
# told: true author loss: by hand: repeated tokens overwritten
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone()
    n, V = len(xs), W.shape[0]
    p = W[xs].softmax(1)
    loss = -p[torch.arange(n), ys].log().mean() + reg * (W**2).mean()
    dlogits = p.clone()
    dlogits[torch.arange(n), ys] -= 1
    dlogits /= n
    dW = torch.zeros_like(W)
    dW[xs] += dlogits
    dW += 2 * reg * W / V**2
    return loss.detach(), dW
