# fails: *
# because: The ends strictly below r are counted, so the token is the first with c_j >= r; at r = 0 a token with probability 0 can come. It must be the first with c_j > r.
# batch: 2
# told: true author sample: greater or equal
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0)
        ix = min(int((ends < r).sum()), len(ends) - 1)
        if ix == 0:
            break
        name += itos[ix]
    return name
