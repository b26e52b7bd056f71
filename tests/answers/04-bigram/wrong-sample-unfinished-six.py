# because: throws the name away (empty string) if u ends before a full stop was drawn, instead of returning what there is
# batch: 6
# told: true author sample: unfinished names thrown away
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        c = P[ix].cumsum(0).tolist()
        c[-1] = 1.0
        ix = next(j for j, end in enumerate(c) if end > r)
        if ix == 0:
            break
        name += itos[ix]
    else:
        name = ""  # the name never came to its end
    return name
