# fails: train, one step
# because: The gradients are computed anew after each parameter has moved, so they belong to different points; all have to be taken before any parameter moves.
# batch: 1
# told: true author train, a parameter moved before all gradients exist
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        for i, name in enumerate(parameters):
            loss, gradients = step(parameters, Xb, Yb)
            if i == 0:
                losses.append(loss)
            parameters[name] -= rate * gradients[name]
    return parameters, losses
