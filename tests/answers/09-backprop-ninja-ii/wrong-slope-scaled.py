# fails: slope
# because: The factor s was left in b; it already stands outside the bracket.
# batch: 2
# %% solution-slope
slope = bnvar_inv * (dbnraw * bnraw).sum(0, keepdim=True) / (n - 1)
