# fails: dbnbias
# because: Copied from db2 without keepdim, so the shape is (64,); bnbias has two axes, (1, 64).
# batch: 2
# %% solution-dbnbias
dbnbias = dhpreact.sum(0)
