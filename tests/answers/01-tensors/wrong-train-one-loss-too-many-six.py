# because: appends the loss of the final w after the loop too: steps + 1 losses instead of as many as there are steps (and one loss instead of an empty list for 0 steps)
# batch: 6
# told: true author train: a loss too many
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    loss, grad = loss_and_grad(w)
    losses.append(float(loss))
    done = 0
    while done < steps:
        w = w - lr * grad
        loss, grad = loss_and_grad(w)
        losses.append(float(loss))
        done += 1
    return w, losses
