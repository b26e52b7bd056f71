# because: mean as the net's answer to the mean mask (and the spread around that): the same only if f is linear in the mask
# batch: 5
# told: true author mc: the answer to the mean mask
# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    S = masks.shape[0]
    mean = f(masks.mean(dim=0))
    sq = torch.zeros_like(mean)
    for s in range(S):
        sq = sq + (f(masks[s]) - mean) ** 2
    return mean, torch.sqrt(sq / (S - 1))
