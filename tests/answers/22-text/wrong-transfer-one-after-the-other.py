# because: each parameter is moved as soon as its gradient is known, so the gradients of the later ones are taken at the already moved earlier ones
# batch: 5
# told: true author train: one parameter after the other
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    current = {name: t.detach().clone() for name, t in params.items()}
    for _ in range(steps):
        for name in current:
            if name in frozen:
                continue
            current[name].requires_grad_(True)
            (grad,) = torch.autograd.grad(loss_of(current), current[name])
            current[name] = current[name].detach() - lr * grad
    return current
