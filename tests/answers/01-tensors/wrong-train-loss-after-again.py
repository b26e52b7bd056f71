# fails: train: losses
# because: The loss is noted after the step, so the first loss is not that of the w given; it has to be written down before the step.
# batch: 2
# told: true author train: losses after the step
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for step in range(steps):
        w = w - lr * loss_and_grad(w)[1]
        losses.append(float(loss_and_grad(w)[0]))
    return w, losses
