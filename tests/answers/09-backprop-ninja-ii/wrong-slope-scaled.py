# fails: slope
# because: The factor s was left in b; it already stands outside the bracket.
# batch: 2
# told: true author slope, a power of s is left
# %% solution-slope
slope = bnvar_inv * (dbnraw * bnraw).sum(0, keepdim=True) / (n - 1)
