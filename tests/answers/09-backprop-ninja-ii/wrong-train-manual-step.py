# fails: train, one step
# because: The loop calls manual_step instead of the function step that it was given.
# batch: 2
# %% solution-train
def train(step, start, batches, rates):
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        loss, gradients = manual_step(parameters, Xb, Yb)
        losses.append(loss)
        for name, gradient in gradients.items():
            parameters[name] -= rate * gradient
    return parameters, losses
