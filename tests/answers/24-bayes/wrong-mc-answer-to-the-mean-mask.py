# because: The mean is the answer of the net to the mean of the masks, not the mean of its answers; the two are the same only if the net is linear in the mask.
# batch: 3
# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    answers = torch.stack([f(mask) for mask in masks])
    mean = f(masks.mean(0))
    return mean, answers.std(0)
