# fails: dbnvar_inv
# because: The copies' gradients are averaged over the 32 rows; the gradient of a copied number is their sum.
# batch: 1
# told: true author dbnvar_inv, mean for sum
# %% solution-dbnvar-inv
# dbnvar_inv (1, 64)
each_copy = bndiff * dbnraw
dbnvar_inv = each_copy.mean(0, keepdim=True)
