# fails: grad_cam
# because: sums the gradient over the map instead of taking its mean, so the map is h*w times too large
# batch: 1
# told: true author cam: a sum for the mean over places
# %% solution-cam
def grad_cam(features, head, x, k):
    A = features(x).detach().requires_grad_()
    z = head(A).gather(1, k[:, None]).sum()
    (g,) = torch.autograd.grad(z, A)
    alpha = g.sum((2, 3), keepdim=True)
    return torch.relu((alpha * A).sum(1)).detach()
