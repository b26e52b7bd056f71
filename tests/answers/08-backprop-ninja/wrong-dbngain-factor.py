# fails: dbngain
# because: The other factor of the gain is bnraw; hpreact was used, the result of the product.
# batch: 2
# %% solution-dbngain
dbngain = (dhpreact * hpreact).sum(0, keepdim=True)
