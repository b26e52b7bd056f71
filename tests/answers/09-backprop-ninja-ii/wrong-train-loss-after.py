# fails: train, losses
# because: The loss is computed again after the parameters have moved; what is asked is the loss before each step.
# batch: 1
# told: true author train, the loss after the step
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        _, grads = step(parameters, Xb, Yb)
        for name, grad in grads.items():
            parameters[name] -= rate * grad
        losses.append(step(parameters, Xb, Yb)[0])
    return parameters, losses
