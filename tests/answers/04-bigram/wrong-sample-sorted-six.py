# because: lays the tokens on the stick sorted by probability, the likeliest first, and not in the order of their numbers
# batch: 6
# told: true author sample: the likeliest first
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        p, order = torch.sort(P[ix], descending=True)
        c = torch.cumsum(p, 0)
        c[-1] = 1
        k = torch.searchsorted(c, torch.tensor(r, device=c.device), right=True)
        ix = order[k].item()
        if ix == 0:
            break
        name += itos[ix]
    return name
