# fails: classification: gradient
# because: The 1/N is missing in the gradient; the loss is a mean over the examples, so its gradient is as well.
# batch: 1
# told: true author classes: the gradient summed
# %% solution-classification
def classification(Phi, y, W):
    Z = Phi @ W
    P = (Z - Z.amax(1, keepdim=True)).softmax(1)
    Y = one_hot(y, W.shape[1])
    loss = -(Y * torch.log(P + 1e-38)).sum(1).mean()
    grad = Phi.T @ (P - Y)
    return loss, grad
