# fails: dropout, in training
# because: divides by the share of True in this very mask instead of by 1 - p
# batch: 1
# told: true author dropout: the share of this mask
# %% solution-dropout
def dropout(x, p, mask, training):
    if not training:
        return x
    keep = mask.double().mean()
    return x * mask / keep
