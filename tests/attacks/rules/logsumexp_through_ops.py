"""Call the forbidden logsumexp by its kernel's name.

assignment: 05-mlp
cell: solution-loss
where: instead
expect: costs own
says: It subtracts the maximum for you
"""


def cross_entropy(logits, Y):
    return (torch.ops.aten.logsumexp(logits, [1]) - logits[torch.arange(len(Y)), Y]).mean()
