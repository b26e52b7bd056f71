# because: writes the shifted scores back into the caller's list logits, which the text says to leave as it is
# batch: 6
# told: true author softmax: the scores shifted in the caller's list
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    biggest = max(z.data for z in logits)
    for i in range(len(logits)):
        logits[i] = logits[i] - biggest
    es = [z.exp() for z in logits]
    s = es[0]
    for e in es[1:]:
        s = s + e
    return [e / s for e in es]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    p = softmax(logits)
    return -(p[y].log())
