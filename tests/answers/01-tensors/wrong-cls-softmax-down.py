# fails: classification: loss
# because: The exponentials are divided by the sums of the columns (over the examples); softmax divides each row by its own sum, over the classes.
# batch: 2
# told: true author classes: softmax down the columns
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    E = (Z - Z.amax(0)).exp()
    P = E / E.sum(0)
    N, K = P.shape
    Y = torch.zeros_like(P)
    Y[torch.arange(N), y] = 1
    loss = -P[torch.arange(N), y].log().mean()
    grad = Phi.T @ (P - Y) / N
    return loss, grad
