# fails: db1
# because: b1 has one axis, (64,); with keepdim=True (copied from dbnbias) the gradient is (1, 64).
# batch: 1
# told: true author db1, keepdim
# %% solution-db1
# db1 (64,)
db1 = dhprebn.sum(0, True)
