# fails: learn: losses
# because: The notebook's one_step is called instead of the function handed in as step.
# batch: 2
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    for batch, rate in zip(rows, rates):
        Xb, Yb = X[batch], Y[batch]
        losses.append(one_step(params, Xb, Yb, rate))
    return losses
