# fails: *
# because: The maximum is subtracted inside the caller's list logits; it must be left as it is, so make a new list.
# batch: 2
# told: true author softmax: the caller's list is changed, nll asks with a copy
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    m = max(z.data for z in logits)
    for i in range(len(logits)):
        logits[i] = (logits[i] - m).exp()
    s = sum(logits)
    return [e / s for e in logits]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    p = softmax(list(logits))
    return -(p[y].log())
