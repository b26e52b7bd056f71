# fails: wei
# because: The mask is turned round: the past is hidden and the future stays visible.
# batch: 2
# %% solution-wei
wei = scores.masked_fill(tril.T == 0, -float("inf")).softmax(-1)
