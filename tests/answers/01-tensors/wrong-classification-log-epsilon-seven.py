# because: adds 1e-7 inside the logarithm, so right classes with a tiny probability get a too small loss
# batch: 7
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    Z = Z - Z.amax(1, keepdim=True)
    P = row_normalise(torch.exp(Z))
    loss = -(pick(P, y) + 1e-7).log().mean()
    grad = Phi.T @ (P - one_hot(y, W.shape[1])) / Phi.shape[0]
    return loss, grad
