# fails: grad_cam
# because: explains the class the network is most sure of (argmax) instead of the class k that was asked for
# batch: 1
# told: true author cam: the preferred class
# %% solution-cam
def grad_cam(features, head, x, k):
    A = features(x).detach().requires_grad_()
    z = head(A)
    best = z.max(1).values.sum()
    (g,) = torch.autograd.grad(best, A)
    return ((g.mean((2, 3), keepdim=True) * A).sum(1)).relu().detach()
