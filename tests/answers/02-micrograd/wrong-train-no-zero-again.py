# fails: train_step: gradients of step 2
# because: The grads are never set to 0, so from the second step on the old slopes are still in them.
# batch: 2
# told: true author train: no zeroing
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    loss = sum((net(x)[0] - y) ** 2 for x, y in zip(xs, ys))
    loss.backward()
    for p in net.parameters():
        p.data += -lr * p.grad
    return loss.data
