# because: only b moves on, a stays the full stop for the whole name
# batch: 6
# told: true author sample 3: only one letter is remembered
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        ends = P[a][b].cumsum(dim=0).tolist()
        nxt = len(ends) - 1
        for j, end in enumerate(ends):
            if end > r:
                nxt = j
                break
        if nxt == 0:
            return name
        name += itos[nxt]
        b = nxt
    return name
