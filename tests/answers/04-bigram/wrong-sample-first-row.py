# fails: sample, the example
# because: Every token is drawn from row 0, as if a name were beginning again; the row must be that of the token that came.
# batch: 2
# told: true author sample: always from the first row
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        c = P[0].cumsum(0)
        ix = min(int((c <= r).sum()), P.shape[1] - 1)
        if ix == 0:
            break
        name += itos[ix]
    return name
