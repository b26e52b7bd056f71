# fails: p
# because: The softmax runs over dim 0, so the columns sum to 1; each row is divided by its own sum.
# batch: 2
# told: true author p: softmax over the examples
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.softmax(logits, dim=0)
