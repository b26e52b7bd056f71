# fails: dbnraw
# because: The gradient of a product with respect to one factor is the other factor: bnraw's partner is bngain, not bnraw itself.
# batch: 1
# told: true author dbnraw, multiplied by itself
# %% solution-dbnraw
# dbnraw (32, 64)
dbnraw = dhpreact * bnraw
