# fails: *
# because: The student skips a full stop that comes as the very first draw and draws again; by the text the name is then the empty string.
# batch: 1
# told: true author sample: no empty name
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # walk along the stick
        row = P[ix].tolist()
        ix, end = 0, row[0]
        while end <= r and ix < len(row) - 1:
            ix += 1
            end += row[ix]
        if ix == 0 and name == "":
            continue  # an empty name is no name
        if ix == 0:
            break
        name += itos[ix]
    return name
