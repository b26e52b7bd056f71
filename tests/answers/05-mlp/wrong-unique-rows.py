# because: The student removes repeated numbers from a mini-batch; an example may come twice and then counts twice, X[rows[s]] takes it as it is.
# batch: 1
# told: true author learn: each example once
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    losses = []
    for s in range(len(rates)):
        idx = torch.unique(rows[s])  # no example twice
        losses.append(step(params, X[idx], Y[idx], rates[s]))
    return losses
