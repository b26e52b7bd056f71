# fails: demb
# because: The row was read as ten groups of three and then transposed; numbers 0 to 9 belong to the first letter, so it is simply reshaped to (32, 3, 10).
# batch: 2
# %% solution-demb
demb = dembcat.reshape(n, n_embd, block).transpose(1, 2)
