# fails: *
# because: The last token is taken to be number 26 whatever V is; with a smaller table an r beyond the last end then points outside it.
# batch: 2
# told: true author sample: past the last end
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        passed = int((P[ix].cumsum(0) <= r).sum())
        ix = min(passed, 26)
        if ix == 0:
            break
        name += itos[ix]
    return name
