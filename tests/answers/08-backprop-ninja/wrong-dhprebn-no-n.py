# fails: dhprebn
# because: The mean's gradient is added to each row without its factor 1/n.
# batch: 2
# %% solution-dhprebn
dhprebn = dbndiff + dbnmeani
