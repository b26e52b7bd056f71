# fails: *
# because: The exponentials are taken of the logits as they are; large ones overflow to inf and give nan. The row's largest must be subtracted first.
# batch: 1
# told: true author classes: exp overflows
# %% solution-classification
def classification(Phi, y, W):
    E = (Phi @ W).exp()
    P = E / E.sum(1, keepdim=True)
    Y = one_hot(y, W.shape[1])
    loss = -pick(P, y).log().mean()
    grad = Phi.T @ (P - Y) / len(y)
    return loss, grad
