# fails: dhpreact
# because: (1 - h) squared instead of 1 minus h squared.
# batch: 2
# told: true author dhpreact, the square of the difference
# %% solution-dhpreact
dhpreact = dh * (1 - h) ** 2
