# because: returns the standard error of the mean (divides the spread once more by sqrt(S)) instead of the spread of the predictions
# batch: 5
# told: true author mc: the error of the mean
# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    preds = torch.stack([f(m) for m in masks])
    S = len(preds)
    mean = preds.mean(0)
    std = preds.std(0) / S**0.5  # how sure we are of the crowd's mean
    return mean, std
