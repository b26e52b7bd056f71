# fails: dbnraw
# because: dhpreact was multiplied by bnraw itself; a factor's gradient is the incoming one times the other factor, bngain.
# batch: 2
# %% solution-dbnraw
dbnraw = dhpreact * bnraw
