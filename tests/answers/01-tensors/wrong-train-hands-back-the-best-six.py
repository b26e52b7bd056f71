# because: returns the w with the smallest loss of all that were visited (start and end included) instead of the w after the last step: wrong where the loss grows on the way; the losses are right
# batch: 6
# told: true author train: the best of all
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    best_loss, best_w = float("inf"), w
    for step in range(steps + 1):
        loss, grad = loss_and_grad(w)
        if float(loss) < best_loss:
            best_loss, best_w = float(loss), w
        if step < steps:
            losses.append(float(loss))
            w = w - lr * grad
    w = best_w
    return w, losses
