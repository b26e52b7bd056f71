# because: draws every letter from P[0] and never goes to the row of the token that came
# batch: 6
# told: true author sample: always from the first row
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        cum = P[0].cumsum(0)
        cum[-1] = 1.0
        ix = (cum > r).nonzero()[0].item()
        if itos[ix] == ".":
            break
        name += itos[ix]
    return name
