# because: argmax of (c > r) gives 0, the full stop, when r lies beyond the last cumulative sum; it must be the last token
# batch: 6
# told: true author sample: none greater taken for the first
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        ends = torch.cumsum(P[ix], dim=0)
        ix = int((ends > r).int().argmax())
        if ix == 0:
            return name
        name = name + itos[ix]
    return name
