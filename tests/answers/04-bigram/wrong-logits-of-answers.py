# fails: logits
# because: The student picks the rows of the tokens that follow, yb; row i of the logits belongs to the token that is there, xb[i].
# batch: 1
# told: true author logits: from the targets
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = W[yb]
