# fails: sample_trigram
# because: P[b, a] is asked, with the newer letter first; the older one, a, comes first.
# batch: 2
# told: true author sample 3: context the wrong way round
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        c = P[b, a].cumsum(0)
        ix = min(int((c <= r).sum()), len(c) - 1)
        if ix == 0:
            break
        name += itos[ix]
        a, b = b, ix
    return name
