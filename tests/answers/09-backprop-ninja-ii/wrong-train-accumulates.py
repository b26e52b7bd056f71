# fails: train, three steps
# because: The gradients of all batches so far are added up and the sum is used in each step; every batch begins with fresh gradients.
# batch: 1
# told: true author train, gradients added up
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    total = {name: torch.zeros_like(value) for name, value in start.items()}
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        for name in parameters:
            total[name] += gradients[name]
            parameters[name] -= rate * total[name]
    return parameters, losses
