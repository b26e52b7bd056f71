# because: does not subtract the largest logit of each row: exp overflows for large logits and gives nan
# batch: 7
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    P = row_normalise(Z.exp())
    loss = -pick(P, y).log().mean()
    grad = Phi.T @ (P - one_hot(y, W.shape[1])) / len(y)
    return loss, grad
