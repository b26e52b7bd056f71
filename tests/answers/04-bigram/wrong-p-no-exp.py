# fails: p
# because: The logits themselves are divided by their row sums; they are logs of counts, so exp comes first.
# batch: 2
# told: true author p: logits divided by their sum
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = logits / logits.sum(dim=1, keepdim=True)
