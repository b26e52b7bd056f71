# fails: sample_trigram
# because: The name is taken to end when both tokens are full stops, but it ends at the first full stop that is drawn; after it, dots and more letters are added.
# batch: 2
# told: true author sample 3: two full stops end it
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        c = P[a, b].cumsum(0)
        ix = min(int((c <= r).sum()), c.shape[0] - 1)
        a, b = b, ix
        if a == 0 and b == 0:
            break
        name += itos[ix]
    return name
