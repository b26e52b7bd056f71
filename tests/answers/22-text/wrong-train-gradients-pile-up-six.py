# because: the gradients are never set back to zero between the steps, so backward adds each step's gradient to those of all steps before
# batch: 6
# told: true author train: gradients pile up
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    mine = {}
    for name, p in params.items():
        mine[name] = p.detach().clone()
        mine[name].requires_grad = name not in frozen
    for step in range(steps):
        loss = loss_of(mine)
        loss.backward()
        with torch.no_grad():
            for name, p in mine.items():
                if name not in frozen:
                    p -= lr * p.grad
    return {name: p.detach() for name, p in mine.items()}
