# fails: *
# because: If rounding leaves the last sum below r, no end is greater and argmax of all False gives token 0 instead of the last token; the last end counts as 1.
# batch: 2
# told: true author sample: none greater taken for the first
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        c = torch.cumsum(P[ix], dim=0)
        ix = int((c > r).int().argmax())
        if ix == 0:
            break
        name = name + itos[ix]
    return name
