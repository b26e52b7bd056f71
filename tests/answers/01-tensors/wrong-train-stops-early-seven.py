# because: stops as soon as the loss falls no more, instead of taking all steps
# batch: 7
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for _ in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        if len(losses) > 1 and losses[-1] >= losses[-2]:
            break  # no improvement any more
        w = w - lr * grad
    return w, losses
