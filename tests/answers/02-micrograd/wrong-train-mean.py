# fails: train_step: loss of step 1; train_step: gradients of step 1
# because: The loss is divided by the number of examples; here it is a sum over the examples, not a mean.
# batch: 2
# told: true author train: mean for sum
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    errors = [(net(x)[0] - y) ** 2 for x, y in zip(xs, ys)]
    loss = sum(errors) / len(errors)
    for p in net.parameters():
        p.grad = 0.0
    loss.backward()
    for p in net.parameters():
        p.data -= lr * p.grad
    return loss.data
