# fails: dhpreact
# because: (1 - h) squared instead of 1 minus h squared.
# batch: 2
# %% solution-dhpreact
dhpreact = dh * (1 - h) ** 2
