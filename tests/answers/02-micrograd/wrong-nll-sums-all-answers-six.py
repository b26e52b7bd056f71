# because: sums -log p over all answers instead of taking only that of the right answer y
# batch: 6
# told: true author nll: of all answers
# %% solution-softmax
def softmax(logits):
    """list of n Values -> list of n Values, the probabilities"""
    m = max(z.data for z in logits)
    e = [(z - m).exp() for z in logits]
    s = sum(e)
    return [ei / s for ei in e]


def nll(logits, y):
    """list of n Values, index y of the right answer -> Value"""
    loss = 0
    for p in softmax(logits):
        loss = loss - p.log()
    return loss
