# because: believes that w_new = w makes a copy and then updates in place: the caller's w is changed
# batch: 7
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    w_new = w  # don't touch the original
    for _ in range(steps):
        loss, grad = loss_and_grad(w_new)
        losses.append(float(loss))
        w_new -= lr * grad
    w = w_new
    return w, losses
