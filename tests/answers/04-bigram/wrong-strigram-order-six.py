# because: moves on in the wrong order, b = new before a = b: both hold the new token
# batch: 6
# told: true author sample 3: both become the new token
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        c = P[a, b].cumsum(0)
        c[-1] = 1
        new = int((c <= r).sum())
        if new == 0:
            break
        name += itos[new]
        b = new
        a = b
    return name
