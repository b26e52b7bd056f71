# fails: *
# because: The student subtracts the largest logit of the whole table, so a row far below it underflows to 0/0; each row needs its own largest logit subtracted.
# batch: 2
# told: true author classes: exp overflows
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    Z = Z - Z.max()
    P = Z.exp() / Z.exp().sum(1, keepdim=True)
    Y = (y[:, None] == torch.arange(W.shape[1], device=y.device)).float()
    loss = -(P.gather(1, y[:, None])).log().mean()
    grad = Phi.T @ (P - Y) / Phi.shape[0]
    return loss, grad
