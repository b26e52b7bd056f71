# fails: saliency
# because: takes the gradient of the probability after the softmax; the logit is asked for
# batch: 1
# told: true author saliency: the probability's gradient
# %% solution-saliency
def saliency(model, x, k):
    xg = x.detach().clone().requires_grad_()
    probs = model(xg).softmax(1)
    (g,) = torch.autograd.grad(probs.gather(1, k[:, None]).sum(), xg)
    return g.abs().amax(1)
