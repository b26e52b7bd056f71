# because: takes the mean of the squared differences, the text says the sum
# batch: 6
# told: true author train: mean for sum
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    params = net.parameters()
    outs = [net(x) for x in xs]
    squares = [(o[0] - y) ** 2 for o, y in zip(outs, ys)]
    mse = sum(squares) * (1 / len(squares))
    for prm in params:
        prm.grad = 0.0
    mse.backward()
    for prm in params:
        prm.data += -lr * prm.grad
    return mse.data
