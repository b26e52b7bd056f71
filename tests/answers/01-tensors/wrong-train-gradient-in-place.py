# fails: train: a gradient that is kept
# because: multiplies the gradient with the learning rate in place
# batch: 4
# told: true author train: the gradient multiplied in place
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    w = w.clone()
    for step in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        w = w - grad.mul_(lr)
    return w, losses
