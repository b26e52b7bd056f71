# fails: dbnmeani
# because: The mean is subtracted, so its gradient is minus the column sum of dbndiff; the minus is missing.
# batch: 1
# told: true author dbnmeani, the minus is missing
# %% solution-dbnmeani
# dbnmeani (1, 64)
dbnmeani = dbndiff.sum(dim=0, keepdim=True)
