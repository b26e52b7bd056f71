# fails: demb
# because: The 30 numbers are cut into 10 groups of 3 and turned; numbers 0 to 9 belong to the first letter, so the cut is 3 groups of 10: dembcat.view(32, 3, 10).
# batch: 1
# told: true author demb, letters and features mixed
# %% solution-demb
# demb (32, 3, 10)
demb = dembcat.reshape(n, n_embd, block).transpose(1, 2)
