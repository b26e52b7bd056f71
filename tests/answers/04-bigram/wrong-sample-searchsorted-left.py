# fails: *
# because: torch.searchsorted finds by default the first end that is >= r; with r exactly on an end (r = 0 and a token of probability 0, for one) the token is one too early. It must be strictly greater: right=True.
# batch: 1
# told: true author sample: greater or equal
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    C = P.cumsum(1)
    last = P.shape[1] - 1
    for r in u.tolist():
        ix = min(int(torch.searchsorted(C[ix].contiguous(), r)), last)
        if ix == 0:
            break
        name += itos[ix]
    return name
