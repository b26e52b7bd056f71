# fails: sample_trigram
# because: b gets the new token before a has taken the old one, so both are the new token; the older letter is lost.
# batch: 2
# told: true author sample 3: both become the new token
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        ends = torch.cumsum(P[a, b], 0)
        new = min(int((ends <= r).sum()), ends.numel() - 1)
        if new == 0:
            break
        name += itos[new]
        b = new
        a = b
    return name
