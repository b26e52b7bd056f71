# fails: classification: gradient
# because: The 1/N of the mean is missing in the gradient, the loss has it and the gradient needs it too.
# batch: 2
# told: true author classes: the gradient summed
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    logits = Phi @ W
    logits = logits - logits.amax(1, keepdim=True)
    e = logits.exp()
    P = e / e.sum(1, keepdim=True)
    rows = torch.arange(len(y), device=y.device)
    loss = -P[rows, y].log().mean()
    D = P.clone()
    D[rows, y] -= 1
    grad = Phi.T @ D
    return loss, grad
