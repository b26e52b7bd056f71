# fails: dbnvar_inv
# because: The pattern of step 3 was copied with axis 1; here the copies run down the columns, so the sum is over axis 0.
# batch: 2
# %% solution-dbnvar-inv
dbnvar_inv = (dbnraw * bndiff).sum(1, keepdim=True)
