# because: within a step each parameter's gradient is taken after the ones before it have moved already, so the gradients of a step belong to different parameters
# batch: 6
# told: true author train: one parameter after the other
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    new = {name: p.detach().clone() for name, p in params.items()}
    for _ in range(steps):
        for name in new:
            if name in frozen:
                continue
            p = new[name].requires_grad_(True)
            (grad,) = torch.autograd.grad(loss_of(new), [p])
            new[name] = p.detach() - lr * grad
    return new
