# fails: *
# because: If several outputs are equally large the last of them is taken; the first is the answer, as argmax finds it.
# batch: 2
# told: true author evaluate: the last of the largest
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    def place(column):
        best, where = float("-inf"), 0
        for i, v in enumerate(column.flatten().tolist()):
            if v >= best:
                best, where = v, i
        return where

    return sum(1 for x, y in data if place(net(x)) == place(y))
