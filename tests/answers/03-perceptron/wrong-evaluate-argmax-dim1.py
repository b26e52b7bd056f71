# fails: evaluate
# because: argmax along dimension 1 of a column is always 0, so every pair counts as right; the place is to be sought along the column.
# batch: 2
# told: true author evaluate: argmax along a row of one
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    count = 0
    for x, y in data:
        if torch.equal(net(x).argmax(dim=1), y.argmax(dim=1)):
            count += 1
    return count
