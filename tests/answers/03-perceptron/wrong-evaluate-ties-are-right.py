# fails: *
# because: The student asks whether the wanted output is as large as the largest, so with several equally large outputs the pair counts as right even if the wanted one is not the first of them; the first one is the answer.
# batch: 1
# told: true author evaluate: any of the largest counts
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    count = 0
    for x, y in data:
        out = net(x)
        wanted = int(y.argmax())
        if out[wanted, 0] == out.max():
            count += 1
    return count
