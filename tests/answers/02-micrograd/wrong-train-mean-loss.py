# fails: train_step: loss of step 1
# because: The student divides the loss by the number of examples; the text asks for the sum, not the mean.
# batch: 1
# told: true author train: mean for sum
# %% solution-train
def train_step(net, xs, ys, lr):
    """xs: n lists of floats; ys: n floats; one step of gradient descent -> the loss before it, a float"""
    preds = [net(x)[0] for x in xs]
    loss = sum((pred - y) ** 2 for pred, y in zip(preds, ys)) * (1 / len(xs))
    for p in net.parameters():
        p.grad = 0.0
    loss.backward()
    for p in net.parameters():
        p.data = p.data - lr * p.grad
    return loss.data
