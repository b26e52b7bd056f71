# because: Z *= ... changes the caller's numbers; a new tensor is to be returned and Z left as it is.
# fails: kaiming, Z afterwards
# batch: 1
# told: true author kaiming: Z changed in place
# %% solution-kaiming
def kaiming(Z, gain):
    Z *= gain / Z.shape[0] ** 0.5
    return Z
