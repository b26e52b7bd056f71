"""Answer with lists of dicts of tensors with many axes, each of which might be diagnosed by itself.

assignment: 11-attention-head
cell: solution-matrix
where: after
expect: costs own
"""
def avg_past_tril(x):
    small = torch.zeros((2,) * 12)
    return [{i: small for i in range(40)}] * 40, {(i, i): small for i in range(200)}
