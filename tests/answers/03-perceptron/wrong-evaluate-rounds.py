# fails: evaluate
# because: The student rounds the outputs and compares the columns, so an answer counts only if the right output is above 0.5 and all others below; it is enough to be the largest.
# batch: 1
# told: true author evaluate: outputs rounded
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        if torch.equal(torch.round(net(x)), y):
            right += 1
    return right
