# fails: train, three steps; train, losses
# because: The return stands inside the loop, so training ends after the first batch.
# batch: 2
# %% solution-train
def train(step, start, batches, rates):
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        for key in gradients:
            parameters[key] -= rate * gradients[key]
        return parameters, losses
