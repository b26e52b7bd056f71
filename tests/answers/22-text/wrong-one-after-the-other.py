# fails: train, all move
# because: Each parameter is moved before the gradient of the next is taken; first all gradients, then all moves.
# batch: 2
# told: true author train: one parameter after the other
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    now = {k: v.detach().clone() for k, v in params.items()}
    for _ in range(steps):
        for name in now:
            if name in frozen:
                continue
            p = now[name].clone().requires_grad_()
            (g,) = torch.autograd.grad(loss_of({**now, name: p}), p)
            now[name] = now[name] - lr * g
    return now
