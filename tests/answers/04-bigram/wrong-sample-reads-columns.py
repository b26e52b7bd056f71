# fails: sample, the example
# because: The student takes the column P[:, ix] instead of the row P[ix]: the probabilities of what comes next stand in the row of the token that is there.
# batch: 1
# told: true author sample: the columns of P
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[:, ix].cumsum(0)[:-1]
        ix = int((ends <= r).sum())
        if ix == 0:
            break
        name += itos[ix]
    return name
