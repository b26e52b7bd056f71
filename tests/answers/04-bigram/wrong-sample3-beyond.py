# fails: *
# because: The first end above r is taken with nonzero()[0], and where rounding leaves all ends below r there is none, and an IndexError; the last sum counts as 1.
# batch: 2
# told: true author sample 3: none greater, nothing to take
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        row = P[a, b]
        ix = (row.cumsum(0) > r).nonzero()[0].item()
        if ix == 0:
            return name
        name += itos[ix]
        a = b
        b = ix
    return name
