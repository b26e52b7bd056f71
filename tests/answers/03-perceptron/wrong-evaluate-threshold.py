# fails: evaluate
# because: An answer counts as right only if the rounded outputs equal y; the largest output need not be near 1, it only has to beat the others.
# batch: 2
# told: true author evaluate: outputs rounded
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        if torch.equal((net(x) > 0.5).float(), y.float()):
            right += 1
    return right
