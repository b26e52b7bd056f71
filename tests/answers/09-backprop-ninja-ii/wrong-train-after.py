# fails: train, losses
# because: The loss is computed again after the move; the loss before each step is asked for.
# batch: 2
# %% solution-train
def train(step, start, batches, rates):
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        _, grads = step(parameters, Xb, Yb)
        for name in parameters:
            parameters[name] = parameters[name] - rate * grads[name]
        losses.append(step(parameters, Xb, Yb)[0])
    return parameters, losses
