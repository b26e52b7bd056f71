# fails: *
# because: makes the caller's own x want a gradient and calls backward, which leaves gradients behind in x and in the network and adds up on the next call
# batch: 1
# told: true author saliency: added to what was there
# %% solution-saliency
def saliency(model, x, k):
    x.requires_grad_(True)
    logits = model(x)
    logits.gather(1, k[:, None]).sum().backward()
    return x.grad.abs().max(1)[0]
