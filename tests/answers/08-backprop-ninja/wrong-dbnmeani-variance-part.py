# fails: dbnmeani
# because: The student kept the wrong one of the two parts of dbndiff: the part through the square sums to 0 down a column, the part through the product, bnvar_inv * dbnraw, is the one that counts.
# batch: 1
# told: true author dbnmeani, the variance's path only
# %% solution-dbnmeani
# dbnmeani (1, 64)
# only one of the parts contributes, the one from bndiff ** 2
dbnmeani = -(2 * bndiff * dbndiff2).sum(0, keepdim=True)
