# fails: train: losses
# because: It writes down the loss after the step; losses[0] should belong to the w that was given.
# batch: 1
# told: true author train: losses after the step
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    for _ in range(steps):
        _, grad = loss_and_grad(w)
        w = w - lr * grad
        losses.append(float(loss_and_grad(w)[0]))
    return w, losses
