# fails: learn: losses
# because: Double numbers in a mini-batch are removed; an example may come twice and then counts twice.
# batch: 2
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    for s, rate in enumerate(rates):
        chosen = torch.unique(rows[s])
        losses.append(step(params, X[chosen], Y[chosen], rate))
    return losses
