# fails: *
# because: Parameters and gradients are paired by their order in the two dicts; they belong together by name, and a step may return its gradients in any order.
# batch: 1
# told: true author train, paired by position
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        for value, gradient in zip(parameters.values(), gradients.values()):
            value -= rate * gradient
    return parameters, losses
