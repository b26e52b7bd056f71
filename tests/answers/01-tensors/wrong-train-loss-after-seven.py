# because: writes down the loss after each step (of the moved w) instead of before it
# batch: 7
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for step in range(steps):
        _, grad = loss_and_grad(w)
        w = w - lr * grad
        loss, _ = loss_and_grad(w)
        losses.append(float(loss))
    return w, losses
