# because: breaks off as soon as the loss changes by less than 1e-5 from one step to the next: fewer losses than steps, and w is not moved any more (the text asks for all steps, also where the loss falls no more)
# batch: 6
# told: true author train: stops when the loss settles
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    for _ in range(steps):
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        w = w - lr * grad
        # converged?
        if len(losses) > 1 and abs(losses[-2] - losses[-1]) < 1e-5:
            break
    return w, losses
