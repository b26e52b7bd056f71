# fails: grad_cam
# because: clips each weighted map at 0 before adding them up; the ReLU comes after the sum over the maps
# batch: 1
# told: true author cam: a ReLU on each map
# %% solution-cam
def grad_cam(features, head, x, k):
    maps = features(x).detach().requires_grad_()
    logit = head(maps)[range(len(x)), k]
    grads = torch.autograd.grad(logit.sum(), maps)[0]
    alpha = grads.mean(dim=(2, 3))
    cam = F.relu(alpha[:, :, None, None] * maps).sum(dim=1)
    return cam.detach()
