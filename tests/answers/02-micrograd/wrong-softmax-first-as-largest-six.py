# because: subtracts the first score instead of the largest one: overflows when another score is much larger
# batch: 6
# told: true author softmax: the first score subtracted
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    m = logits[0].data
    exps = [(z - m).exp() for z in logits]
    total = sum(exps)
    return [e / total for e in exps]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return -softmax(logits)[y].log()
