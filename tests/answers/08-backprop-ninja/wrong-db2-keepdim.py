# fails: db2
# because: keepdim=True leaves an axis that b2 does not have: db2 must be (27,), not (1, 27).
# batch: 1
# told: true author db2, keepdim
# %% solution-db2
# db2 (27,)
db2 = dlogits.sum(0, keepdim=True)
