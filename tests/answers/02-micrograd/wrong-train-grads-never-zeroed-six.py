# because: step 2 is left out: the grads of the last step are still there and are added in
# batch: 6
# told: true author train: no zeroing
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    # 1 forward: loss, a Value
    preds = [net(x)[0] for x in xs]
    loss = sum((pred - y) ** 2 for pred, y in zip(preds, ys))
    # 3 backward
    loss.backward()
    # 4 update
    for p in net.parameters():
        p.data -= lr * p.grad
    return loss.data
