# fails: gae
# because: The surprises to come are weighed by lambda alone; the factor is gamma times lambda.
# batch: 1
# told: true author gae: lambda without gamma
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    nxt = torch.cat([v[1:], last.reshape(1)])
    go = (~done).to(r.dtype)
    delta = r + gamma * nxt * go - v
    A = delta.clone()
    for t in range(len(r) - 2, -1, -1):
        A[t] = delta[t] + lam * go[t] * A[t + 1]
    return A
