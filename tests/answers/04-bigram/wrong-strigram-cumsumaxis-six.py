# because: cumulative sums of the whole table along axis 0 (over the contexts a) and not along the last axis
# batch: 6
# told: true author sample 3: sums over the first letter, the last left out
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        c = P.cumsum(0)[a, b]
        j = int((c[:-1] <= r).sum())
        if j == 0:
            break
        name += itos[j]
        a, b = b, j
    return name
