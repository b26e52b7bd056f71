# fails: *
# because: If rounding leaves the last end at or below r, no end is greater, and argmax of all False is 0: the name ends. The last end counts as 1, so the token should be the last one.
# batch: 1
# told: true author sample: none greater taken for the first
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = torch.cumsum(P[ix], dim=0)
        ix = (ends > r).int().argmax().item()
        if ix == 0:
            return name
        name = name + itos[ix]
    return name
