# because: w[...] copies nothing, unlike a slice of a Python list: it is a view of the same numbers, so `w -= ..` overwrites the caller's w
# batch: 6
# told: true author train: the caller's w
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    w = w[...]    # own copy, so that the caller's w stays
    for i in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        w -= lr * grad
    return w, losses
