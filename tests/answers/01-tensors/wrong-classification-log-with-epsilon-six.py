# because: adds 1e-8 inside the logarithm against ln 0: a right class with a probability far below 1e-8 costs at most 18.4 instead of its true surprise; the gradient is right
# batch: 6
# told: true author classes: a small number in the logarithm
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    Z = Z - Z.amax(1, keepdim=True)
    P = Z.exp() / Z.exp().sum(1, keepdim=True)
    loss = -(pick(P, y) + 1e-8).log().mean()
    Y = one_hot(y, W.shape[1])
    grad = Phi.T @ (P - Y) / Phi.shape[0]
    return loss, grad
