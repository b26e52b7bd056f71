# fails: *
# because: The dict is new but the tensors are the caller's, and they are moved in place; they should stay as they are.
# batch: 1
# told: true author train: the caller's parameters trained themselves
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    new = dict(params)
    free = [name for name in new if name not in frozen]
    for name in free:
        new[name].requires_grad_(True)
    for _ in range(steps):
        grads = torch.autograd.grad(loss_of(new), [new[n] for n in free])
        with torch.no_grad():
            for n, g in zip(free, grads):
                new[n] -= lr * g
    return {n: p.detach() for n, p in new.items()}
