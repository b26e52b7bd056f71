# fails: train, all move
# because: Each parameter is moved before the gradient of the next one is computed; all gradients of a step belong to the same parameters.
# batch: 1
# told: true author train: one parameter after the other
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    now = {k: v.detach().clone() for k, v in params.items()}
    for _ in range(steps):
        for name in now:
            if name in frozen:
                continue
            p = now[name].requires_grad_()
            (grad,) = torch.autograd.grad(loss_of(now), [p])
            now[name] = (p - lr * grad).detach()
    return now
