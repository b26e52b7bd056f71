# fails: sample, the example
# because: The letter is added before the test for the end, so the full stop becomes part of the name.
# batch: 2
# told: true author sample: the stop is part of the name
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        probs_row = P[ix].tolist()
        acc = 0.0
        ix = len(probs_row) - 1
        for j, p in enumerate(probs_row):
            acc += p
            if acc > r:
                ix = j
                break
        name += itos[ix]
        if ix == 0:
            break
    return name
