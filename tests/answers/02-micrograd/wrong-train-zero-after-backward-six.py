# because: zeroes the grads between backward and update: nothing moves
# batch: 6
# told: true author train: zeroed before the update
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    # forward
    loss = 0
    for x, y in zip(xs, ys):
        diff = net(x)[0] - y
        loss = loss + diff * diff
    # backward
    loss.backward()
    # zero and update
    for p in net.parameters():
        p.grad = 0.0
        p.data = p.data - lr * p.grad
    return loss.data
