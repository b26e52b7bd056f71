# because: scales the gradient in place (grad *= lr), which changes a tensor that loss_and_grad may keep
# batch: 7
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for k in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        grad *= lr
        w = w - grad
    return w, losses
