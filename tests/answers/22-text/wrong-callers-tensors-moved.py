# fails: *
# because: detach() shares its memory with the caller's tensor, and the update is in place, so the caller's parameters move; clone them.
# batch: 2
# told: true author train: the caller's parameters moved
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    mine = {name: p.detach() for name, p in params.items()}
    for name in mine:
        mine[name].requires_grad_(name not in frozen)
    for _ in range(steps):
        moving = [p for p in mine.values() if p.requires_grad]
        grads = torch.autograd.grad(loss_of(mine), moving)
        with torch.no_grad():
            for p, g in zip(moving, grads):
                p -= lr * g
    return {name: p.detach() for name, p in mine.items()}
