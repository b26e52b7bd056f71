# fails: train, one step
# because: The gradient is added: that climbs; gradient descent subtracts rate times gradient.
# batch: 1
# told: true author train, uphill
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, grads = step(parameters, Xb, Yb)
        losses.append(loss)
        for name in parameters:
            parameters[name] = parameters[name] + rate * grads[name]
    return parameters, losses
