# fails: learn: losses; learn: parameters
# because: All steps use the first learning rate; step s has rates[s].
# batch: 2
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    rate = rates[0]
    for ix in rows:
        loss = step(params, X[ix], Y[ix], rate)
        losses.append(loss)
    return losses
