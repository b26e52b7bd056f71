# fails: train: the caller's w
# because: w -= ... writes into the tensor of the caller; w = w - ... (or a clone before the loop) makes a new one.
# batch: 2
# told: true author train: the caller's w
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for _ in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        w -= lr * grad
    return w, losses
