# because: uses probs of task 2 with k = 1 on exp(logits): the softmax has no smoothing
# batch: 6
# told: true author p: smoothed
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
counts = logits.exp()
p = probs(counts, 1)
