# fails: evaluate
# because: The share of right answers is returned; their number, an int, was asked for.
# batch: 2
# told: true author evaluate: a fraction
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    hits = [int(net(x).argmax()) == int(y.argmax()) for x, y in data]
    return sum(hits) / len(hits)
