# fails: p
# because: All entries are divided by the sum of the whole table instead of each row by its own sum.
# batch: 2
# told: true author p: one sum for the whole table
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
counts = logits.exp()
p = counts / counts.sum()
