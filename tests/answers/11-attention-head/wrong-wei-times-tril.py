# fails: wei
# because: The future's scores were multiplied to 0 instead of set to minus infinity; a score of 0 still gets weight.
# batch: 2
# %% solution-wei
masked = scores * tril
wei = F.softmax(masked, dim=-1)
