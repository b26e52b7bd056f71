# fails: dbndiff2
# because: The factor is 1/n instead of 1/(n-1).
# batch: 2
# %% solution-dbndiff2
dbndiff2 = torch.ones_like(bndiff2) * dbnvar / n
