# fails: *
# because: It subtracts the largest logit of the whole table; a row far below it underflows to zeros, and 0/0 is nan. Each row's own largest is meant.
# batch: 1
# told: true author classes: exp overflows
# %% solution-classification
def classification(Phi, y, W):
    Z = Phi @ W
    Z = Z - Z.max()
    P = Z.exp() / Z.exp().sum(1, keepdim=True)
    n = torch.arange(len(y), device=y.device)
    loss = -P[n, y].log().mean()
    G = P.clone()
    G[n, y] -= 1
    grad = Phi.T @ G / len(y)
    return loss, grad
