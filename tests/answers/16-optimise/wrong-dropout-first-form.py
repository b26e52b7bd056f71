# fails: dropout, in training
# because: wrote the old, not inverted dropout: no scaling in training, times 1 - p in use
# batch: 1
# told: true author dropout: survivors not scaled
# %% solution-dropout
def dropout(x, p, mask, training):
    if training:
        return torch.where(mask, x, torch.zeros_like(x))
    return x * (1 - p)
