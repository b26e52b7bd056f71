# because: the search for the largest output starts from 0, so a column of only negative outputs always gives place 0
# batch: 6
# told: true author evaluate: the largest sought from 0 on
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        out = net(x).flatten().tolist()
        wanted = y.flatten().tolist().index(1.0)
        largest, place = 0.0, 0
        for i, value in enumerate(out):
            if value > largest:
                largest, place = value, i
        if place == wanted:
            right += 1
    return right
