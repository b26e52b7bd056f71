# fails: dbnbias
# because: Copied from db2: the sum drops the axis and gives (64,), but bnbias is (1, 64).
# batch: 1
# told: true author dbnbias, keepdim forgotten
# %% solution-dbnbias
# dbnbias (1, 64)
dbnbias = dhpreact.sum(0)
