# fails: pad
# because: The axis of length 1 was put at the end, (B, T, 1), which hides queries; keys are hidden by (B, 1, T).
# batch: 2
# %% solution-masks
def mask_upper(T):
    return torch.ones(T, T).triu(1).bool()


def mask_lower(T):
    return torch.ones(T, T).tril(-1).bool()


def pad(seq, idx):
    return (seq == idx).unsqueeze(-1)
