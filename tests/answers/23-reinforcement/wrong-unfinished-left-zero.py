# fails: returns
# because: Returns are filled in only when an episode ends, so the steps of the last, unfinished one stay 0; they have returns as well.
# batch: 2
# told: vague numeric zero
# %% solution-returns
def returns(r, done, gamma):
    G = torch.zeros_like(r)
    start = 0
    for end in done.nonzero().flatten().tolist():
        total = 0.0
        for t in range(end, start - 1, -1):
            total = r[t] + gamma * total
            G[t] = total
        start = end + 1
    return G
