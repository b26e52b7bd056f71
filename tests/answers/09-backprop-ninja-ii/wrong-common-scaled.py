# fails: common
# because: The factor s was multiplied in once more; it stands outside the bracket.
# batch: 2
# %% solution-common
common = (bnvar_inv * dbnraw).mean(0, keepdim=True)
