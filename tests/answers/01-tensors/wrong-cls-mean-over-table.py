# fails: classification: loss
# because: The student averages Y times log P over all N * K places, so the loss is K times too small; the mean runs over the N examples.
# batch: 2
# told: true author classes: the mean over all places
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    Z = Z - Z.amax(1, keepdim=True)
    logP = Z - Z.exp().sum(1, keepdim=True).log()
    Y = torch.eye(W.shape[1], device=W.device)[y]
    loss = -(Y * logP).mean()
    grad = Phi.T @ (logP.exp() - Y) / len(y)
    return loss, grad
