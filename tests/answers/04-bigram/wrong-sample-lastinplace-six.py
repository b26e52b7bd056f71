# because: row = P[ix] is a view: row[-1] = 1 (so that the last end is surely beyond r) writes into the caller's P
# batch: 6
# told: true author sample: the last probability made 1
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        row = P[ix]
        row[-1] = 1.0  # so the stick is long enough in any case
        total = 0.0
        for j, p in enumerate(row.tolist()):
            total += p
            if total > r:
                break
        ix = j
        if ix == 0:
            break
        name += itos[ix]
    return name
