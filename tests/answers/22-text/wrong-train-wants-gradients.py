# fails: train: the caller's parameters
# because: requires_grad is switched on in the caller's tensors
# batch: 4
# told: true author train: the caller's tensors want gradients
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    for name, p in params.items():
        p.requires_grad_(name not in frozen)
    new = dict(params)
    for _ in range(steps):
        moving = [n for n in new if n not in frozen]
        grads = torch.autograd.grad(loss_of(new), [new[n] for n in moving])
        for n, g in zip(moving, grads):
            new[n] = (new[n] - lr * g).detach().requires_grad_()
    return {n: p.detach() for n, p in new.items()}
