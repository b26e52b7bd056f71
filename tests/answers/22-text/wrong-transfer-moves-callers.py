# because: detach() without clone(): the in-place update changes the tensors of the caller
# batch: 5
# told: true author train: the caller's parameters moved
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    new = {}
    for name, tensor in params.items():
        new[name] = tensor.detach()
        new[name].requires_grad = name not in frozen
    moving = [name for name in new if name not in frozen]
    for _ in range(steps):
        grads = torch.autograd.grad(loss_of(new), [new[name] for name in moving])
        with torch.no_grad():
            for name, grad in zip(moving, grads):
                new[name].sub_(lr * grad)
    return {name: tensor.detach() for name, tensor in new.items()}
