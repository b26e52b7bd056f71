# fails: db1
# because: keepdim=True gives (1, 64); b1 is a vector (64,).
# batch: 2
# %% solution-db1
db1 = dhprebn.sum(0, keepdim=True)
