# fails: *
# because: Adding up the comparisons of tensors gives a tensor; the count should be an int, as int(...) or .item() would make it.
# batch: 1
# told: true author evaluate: a tensor for an int
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    return sum(net(x).argmax() == y.argmax() for x, y in data)
