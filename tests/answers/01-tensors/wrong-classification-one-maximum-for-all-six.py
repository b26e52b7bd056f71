# because: subtracts the largest logit of the WHOLE table instead of each row's own: a row that lies more than about 100 below it underflows to 0 / 0 = nan
# batch: 6
# told: true author classes: exp overflows
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    Z = Z - Z.amax()               # against overflow
    P = row_normalise(Z.exp())
    loss = -pick(P, y).log().mean()
    grad = Phi.T @ (P - one_hot(y, W.shape[1])) / len(y)
    return loss, grad
