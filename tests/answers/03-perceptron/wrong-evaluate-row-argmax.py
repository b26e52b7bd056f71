# fails: evaluate
# because: argmax(dim=1) looks along the rows of a column, each of which has one entry, so all places are 0 and every pair counts as right; the place in the column is argmax() or argmax(dim=0).
# batch: 1
# told: true author evaluate: argmax along a row of one
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    n_right = 0
    for x, y in data:
        prediction = net(x).argmax(dim=1)
        target = y.argmax(dim=1)
        n_right += int((prediction == target).all())
    return n_right
