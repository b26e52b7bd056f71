# fails: *
# because: The largest absolute value is subtracted instead of the largest score; with scores such as -1000 and 0 all exponentials become 0 and the division fails.
# batch: 2
# told: true author softmax: the largest size subtracted
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    biggest = max(abs(z.data) for z in logits)
    exps = [(z - biggest).exp() for z in logits]
    total = sum(exps)
    return [e / total for e in exps]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    return -softmax(logits)[y].log()
