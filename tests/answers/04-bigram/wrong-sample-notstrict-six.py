# because: searchsorted without right=True finds the first c_j >= r, not > r: a token with probability 0 can come when r = 0 or r lies exactly on an end
# batch: 6
# told: true author sample: greater or equal
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        c = P[ix].cumsum(0)
        ix = min(torch.searchsorted(c, r).item(), len(c) - 1)
        if ix == 0:
            break
        name += itos[ix]
    return name
