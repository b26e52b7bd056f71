# fails: sample, the example
# because: The student adds the letter before looking whether it is the full stop, so the name ends with one; the full stops are not part of it.
# batch: 1
# told: true author sample: the stop is part of the name
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    V = len(P)
    for r in u.tolist():
        cum = P[ix].cumsum(0).tolist()
        cum[-1] = 1.0
        ix = next(j for j in range(V) if cum[j] > r)
        name += itos[ix]
        if ix == 0:
            break
    return name
