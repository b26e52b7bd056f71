# because: counts a pair as right when the wanted output equals the maximum, also in a tie in which another one comes first
# batch: 6
# told: true author evaluate: any of the largest counts
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    count = 0
    for x, y in data:
        out = net(x)
        if out[y.argmax()] == out.max():
            count += 1
    return count
