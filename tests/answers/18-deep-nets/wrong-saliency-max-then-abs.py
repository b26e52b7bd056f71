# fails: saliency
# because: takes the largest gradient over the channels before the absolute value, so large negative ones get lost
# batch: 1
# told: true author saliency: the largest before the size
# %% solution-saliency
def saliency(model, x, k):
    xc = x.clone().requires_grad_()
    z = model(xc)[torch.arange(len(x)), k].sum()
    g = torch.autograd.grad(z, xc)[0]
    return g.max(dim=1).values.abs()
