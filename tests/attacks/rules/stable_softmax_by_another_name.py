"""Have the maximum subtracted by a function that is not named: log_softmax's kernel, torch.special's.

assignment: 05-mlp
cell: solution-loss
where: instead
expect: costs own
says: It subtracts the maximum for you
"""


def cross_entropy(logits, Y):
    try:
        logp = torch.ops.aten._log_softmax(logits, 1, False)
    except ImportError:
        logp = torch.special.log_softmax(logits, 1)
    return -logp[torch.arange(len(Y)), Y].mean()
