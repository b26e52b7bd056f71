# because: ignores a full stop at the very first draw and draws again, instead of giving back the empty name
# batch: 6
# told: true author sample: no empty name
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        c = P[ix].cumsum(0)
        ix = int((c[:-1] <= r).sum())
        if ix == 0:
            if name:
                break       # finished
            continue        # no empty names please
        name += itos[ix]
    return name
