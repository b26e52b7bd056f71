# because: The batches are cut from X one after the other and the drawn numbers in rows are used only for their shape; step s must take the examples with the numbers rows[s].
# fails: learn: losses; learn: parameters
# batch: 1
# told: true author learn: slices one after the other
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    losses = []
    S, B = rows.shape
    for s in range(S):
        Xb = X[s * B:(s + 1) * B]
        Yb = Y[s * B:(s + 1) * B]
        losses.append(step(params, Xb, Yb, rates[s]))
    return losses
