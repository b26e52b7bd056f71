# because: .grad is never set back to zero between the steps, so each step moves by the sum of all gradients so far
# batch: 5
# told: true author train: gradients pile up
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    p = {k: v.detach().clone() for k, v in params.items()}
    for k in p:
        if k not in frozen:
            p[k].requires_grad_(True)
    for step in range(steps):
        loss = loss_of(p)
        loss.backward()
        with torch.no_grad():
            for k in p:
                if k not in frozen:
                    p[k] -= lr * p[k].grad
    return {k: v.detach() for k, v in p.items()}
