# because: the largest score is subtracted in the numerator only, the sum in the denominator is of the unshifted exponentials
# batch: 6
# told: true author softmax: subtracted above the line only
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    largest = max([z.data for z in logits])
    denominator = sum(z.exp() for z in logits)
    return [(z - largest).exp() / denominator for z in logits]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    probs = softmax(logits)
    return -1 * probs[y].log()
