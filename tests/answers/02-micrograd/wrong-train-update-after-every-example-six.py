# because: stochastic gradient descent: backward and update after each example instead of once for the sum of all
# batch: 6
# told: true author train: a step for each example
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    total = 0.0
    for x, y in zip(xs, ys):
        # 1 forward: loss, a Value
        loss = (net(x)[0] - y) ** 2
        total += loss.data
        # 2 zero
        for p in net.parameters():
            p.grad = 0.0
        # 3 backward
        loss.backward()
        # 4 update
        for p in net.parameters():
            p.data -= lr * p.grad
    return total
