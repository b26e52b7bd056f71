# because: argmax along dimension 1 of a column is 0 in every row, so that every pair counts as right
# batch: 6
# told: true author evaluate: argmax along a row of one
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        guess = net(x).argmax(dim=1)
        wanted = y.argmax(dim=1)
        if (guess == wanted).all():
            right += 1
    return right
