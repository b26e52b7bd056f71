# fails: train, three steps
# because: The return is indented into the loop, so training ends after the first batch.
# batch: 1
# told: true author train, left after the first batch
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        for name in gradients:
            parameters[name] -= rate * gradients[name]
        return parameters, losses
