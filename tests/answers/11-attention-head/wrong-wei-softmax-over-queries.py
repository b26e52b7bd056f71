# fails: wei
# because: The softmax runs over dim 1, the queries, so the columns sum to 1; a row belongs to one query, so it must run over the keys, the last dimension.
# batch: 1
# told: true author wei: over the queries
# %% solution-wei
masked = scores.masked_fill(tril == 0, float("-inf"))
wei = F.softmax(masked, dim=1)
