# fails: train, three steps
# because: Every step begins at `start` again, so only the last batch counts; a step has to begin where the last one ended.
# batch: 1
# told: true author train, every step from the start
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        parameters = {name: start[name] - rate * gradients[name] for name in start}
    return parameters, losses
