# because: averages -Y * ln P over all N * K cells of the table instead of over the N examples, and divides the gradient by N * K as well: both are too small by the factor K
# batch: 6
# told: true numeric factor 1/n
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = torch.matmul(Phi, W)
    logP = Z - torch.logsumexp(Z, dim=1, keepdim=True)
    Y = one_hot(y, Z.shape[1])
    loss = -(Y * logP).mean()
    grad = torch.matmul(Phi.t(), logP.exp() - Y) / Y.numel()
    return loss, grad
