# fails: *
# because: A learning rate of 0.05, left over from trying, stands in the update, so the argument lr has no influence.
# batch: 1
# told: true author train: its own learning rate, 0.05
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    loss = Value(0.0)
    for x, y in zip(xs, ys):
        diff = net(x)[0] - y
        loss = loss + diff * diff
    params = net.parameters()
    for p in params:
        p.grad = 0.0
    loss.backward()
    for p in params:
        p.data += -0.05 * p.grad
    return loss.data
