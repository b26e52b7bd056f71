# because: softmax down the columns (dim=0): each column sums to 1 and not each row
# batch: 6
# told: true author p: softmax over the examples
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = F.softmax(logits, dim=0)
