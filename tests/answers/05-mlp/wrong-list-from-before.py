# because: The list of losses stands outside the function and is never emptied, so a second call returns the losses of the first as well; it must be a new list in each call.
# batch: 1
# told: true author learn: losses of the call before
# %% solution-learn
history = []


def learn(params, X, Y, rows, rates, step):
    for r, rate in zip(rows, rates):
        loss = step(params, X[r], Y[r], rate)
        history.append(loss)
    return history
