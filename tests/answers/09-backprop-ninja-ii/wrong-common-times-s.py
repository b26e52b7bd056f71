# fails: common
# because: The factor s is put into a although it already stands outside the bracket.
# batch: 1
# told: true author common, with the factor s
# %% solution-common
# common (1, 64): the number a of each column
dD = bnvar_inv * (dbnraw - slope * bnraw)
common = dD.mean(0, keepdim=True)
