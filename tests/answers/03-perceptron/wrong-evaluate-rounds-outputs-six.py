# because: asks that the outputs, rounded at 0.5, equal y, instead of comparing the places of the largest entries
# batch: 6
# told: true author evaluate: outputs rounded
# %% solution-evaluate
def evaluate(net, data):
    """net: column -> column of outputs (n, 1); data: pairs (x, y), y a one-hot column (n, 1) -> how many are right, an int."""
    right = 0
    for x, y in data:
        answer = (net(x) > 0.5).float()
        if torch.equal(answer, y):
            right += 1
    return right
