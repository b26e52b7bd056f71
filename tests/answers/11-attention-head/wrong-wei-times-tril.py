# fails: wei
# because: The future's scores were multiplied to 0 instead of set to minus infinity; a score of 0 still gets weight.
# batch: 2
# told: true author wei: the future gets score 0
# %% solution-wei
masked = scores * tril
wei = F.softmax(masked, dim=-1)
