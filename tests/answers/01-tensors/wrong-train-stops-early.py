# fails: *
# because: It leaves the loop when the loss hardly falls any more; there must be exactly as many steps and losses as asked for.
# batch: 1
# told: true author train: stops when the loss grows
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    for i in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break  # it does not get better any more
        w = w - lr * grad
    return w, losses
