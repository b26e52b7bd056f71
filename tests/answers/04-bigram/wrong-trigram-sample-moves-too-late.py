# fails: sample_trigram
# because: The student moves b first and then a = b, so both hold the new token; a must take the old b.
# batch: 1
# told: true author sample 3: both become the new token
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        c = P[a, b].cumsum(0)
        ix = int((c[:-1] <= r).sum())
        if ix == 0:
            break
        name += itos[ix]
        b = ix
        a = b
    return name
