# fails: dbnmeani
# because: The student kept the wrong part: the one through the square sums to 0, the one through the product with bnvar_inv remains.
# batch: 2
# %% solution-dbnmeani
# only one part contributes
dbnmeani = -(2 * bndiff * dbndiff2).sum(0, keepdim=True)
