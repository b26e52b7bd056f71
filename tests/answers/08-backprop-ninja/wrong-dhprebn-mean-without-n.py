# fails: dhprebn
# because: The part through the mean is added whole: each of the n entries goes into the mean with the slope 1/n, so it is dbnmeani / n.
# batch: 1
# told: true author dhprebn, the mean taken for a sum
# %% solution-dhprebn
# dhprebn (32, 64): both parts
dhprebn = dbndiff.clone()
dhprebn += dbnmeani
