# fails: train: w
# because: The gradient is asked for once, at the start, and used for all steps; it has to be computed anew at each w.
# batch: 2
# told: true author train: one gradient, and a new loss
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    _, grad = loss_and_grad(w)
    for _ in range(steps):
        losses.append(float(loss_and_grad(w)[0]))
        w = w - lr * grad
    return w, losses
