# fails: p
# because: The student divides by the sums of the columns (dim 0); each row must sum to 1.
# batch: 1
# told: true author p: softmax over the examples
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
counts = logits.exp()
p = counts / counts.sum(0, keepdim=True)
