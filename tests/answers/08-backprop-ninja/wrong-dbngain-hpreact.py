# fails: dbngain
# because: The gain is multiplied with bnraw, so its gradient sums dhpreact * bnraw down the column; the student took the output hpreact instead.
# batch: 1
# told: true author dbngain, the product's result for its factor
# %% solution-dbngain
# dbngain (1, 64)
dbngain = torch.sum(dhpreact * hpreact, dim=0, keepdim=True)
