# fails: p
# because: The student takes log_softmax, which gives the logarithms of the probabilities; the probabilities themselves are asked for.
# batch: 1
# told: true author p: logs of probabilities
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = F.log_softmax(logits, dim=1)
