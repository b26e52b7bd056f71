# fails: *
# because: The student subtracts the first score instead of the largest: if the first is small and another is 1000, exp still overflows.
# batch: 1
# told: true author softmax: the first score subtracted
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    shift = logits[0].data   # any number does, it cancels
    es = [(z - shift).exp() for z in logits]
    total = sum(es)
    return [e / total for e in es]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return -softmax(logits)[y].log()
