# fails: nll: value and slopes
# because: The student sums up the .data of the exponentials, so the denominator is a plain number without slopes: the values are right, the slopes of the loss are not.
# batch: 1
# told: true author softmax: the sum as a plain number
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    biggest = max(z.data for z in logits)
    counts = [(z - biggest).exp() for z in logits]
    total = sum(c.data for c in counts)
    return [c * (1 / total) for c in counts]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    p = softmax(logits)
    return -1 * p[y].log()
