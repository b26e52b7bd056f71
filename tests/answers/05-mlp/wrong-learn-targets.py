# fails: learn: losses
# because: Only the contexts are picked by the row numbers, the targets are always the first ones of Y.
# batch: 2
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    for s in range(len(rows)):
        ix = rows[s]
        losses.append(step(params, X[ix], Y[: len(ix)], rates[s]))
    return losses
