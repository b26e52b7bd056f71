# fails: train: w
# because: Loss and gradient are asked for only once, before the loop; they must be asked anew at every w.
# batch: 1
# told: true author train: one gradient for all steps
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    loss, grad = loss_and_grad(w)
    for i in range(steps):
        losses.append(float(loss))
        w = w - lr * grad
    return w, losses
