"""Answer with bools, as many as fit: as numbers they have eight times the size, and once more for each idea.

assignment: 11-attention-head
cell: solution-masks
where: after
expect: costs own
"""
def mask_upper(T):
    return torch.zeros(8_000_000, dtype=torch.bool)


def mask_lower(T):
    return torch.ones(2, 4_000_000, dtype=torch.bool)


def pad(seq, idx):
    return torch.zeros((8,) + (10,) * 6, dtype=torch.bool)
