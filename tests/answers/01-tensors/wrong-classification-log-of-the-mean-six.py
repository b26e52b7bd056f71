# because: takes the logarithm of the mean probability of the right classes instead of the mean of the logarithms; the gradient is right
# batch: 6
# told: true author classes: the logarithm of the mean
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    n = y.shape[0]
    logits = Phi @ W
    e = torch.exp(logits - logits.amax(1, keepdim=True))
    P = e / e.sum(1, keepdim=True)
    right = P[torch.arange(n, device=y.device), y]
    loss = -torch.log(right.mean())
    grad = Phi.T @ (P - one_hot(y, P.shape[1])) / n
    return loss, grad
