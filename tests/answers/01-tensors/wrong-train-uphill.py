# fails: train: w
# because: It adds the gradient, which points uphill; the step goes against it.
# batch: 1
# told: true author train: uphill
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    for step in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(loss.item() if hasattr(loss, "item") else loss)
        w = w + lr * grad
    return w, losses
