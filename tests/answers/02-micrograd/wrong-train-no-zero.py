# fails: train_step: gradients of step 2
# because: The student never sets the grads to 0, so the second step moves by the slopes of both steps together.
# batch: 1
# told: true author train: no zeroing
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    # 1 forward: loss, a Value
    loss = sum((net(x)[0] - y) ** 2 for x, y in zip(xs, ys))
    # 3 backward
    loss.backward()
    # 4 update
    for p in net.parameters():
        p.data -= lr * p.grad
    return loss.data
