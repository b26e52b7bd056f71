# fails: sample, a full stop first
# because: A full stop as the very first draw is ignored and drawn anew; then the name is the empty string.
# batch: 2
# told: true author sample: no empty name
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0)
        ends[-1] = 1.0
        ix = int(torch.searchsorted(ends, r, right=True))
        if ix == 0:
            if name == "":
                continue  # empty names make no sense
            return name
        name += itos[ix]
    return name
