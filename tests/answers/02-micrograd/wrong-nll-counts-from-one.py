# fails: nll: value and slopes
# because: The student takes p[y − 1], as if the answers were numbered from 1; y is an index from 0.
# batch: 1
# told: true author nll: counts from one
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    m = max([l.data for l in logits])
    exps = []
    for l in logits:
        exps.append((l - m).exp())
    s = sum(exps)
    return [e / s for e in exps]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    probabilities = softmax(logits)
    return -(probabilities[y - 1].log())
