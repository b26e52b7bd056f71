# fails: mc_dropout: std
# because: The spread divides by S; it is an estimate from S draws and divides by S - 1.
# batch: 2
# told: true author mc: n for n-1
# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    said = torch.stack([f(m) for m in masks])
    mean = said.mean(0)
    return mean, ((said - mean) ** 2).mean(0).sqrt()
