# fails: *
# because: The cumulative sums are written into the caller's P, so a context that comes up a second time, in this name or the next, is summed up twice; they belong into a new tensor.
# batch: 1
# told: true author sample 3: P is written over
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        stick = P[a, b]
        for j in range(1, len(stick)):
            stick[j] += stick[j - 1]
        nxt = 0
        while nxt < len(stick) - 1 and not stick[nxt] > r:
            nxt += 1
        if nxt == 0:
            break
        name += itos[nxt]
        a, b = b, nxt
    return name
