# fails: train: the caller's w
# because: `w -= ...` writes into the caller's tensor; `w = w - ...` would make a new one.
# batch: 1
# told: true author train: the caller's w
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    for step in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        w -= lr * grad
    return w, losses
