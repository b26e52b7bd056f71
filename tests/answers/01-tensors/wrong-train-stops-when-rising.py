# fails: train: losses that grow
# because: The student stops as soon as the loss grows; all steps are to be taken, also where the loss grows on the way.
# batch: 2
# told: true author train: stops before a loss that grows
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for i in range(steps):
        loss, g = loss_and_grad(w)
        if losses and float(loss) > losses[-1]:
            break  # something is going wrong
        losses.append(float(loss))
        w = w - lr * g
    return w, losses
