# fails: wei
# because: The softmax is taken first and the future is set to 0 afterwards, so the rows do not sum to 1; the future must be -inf before the softmax.
# batch: 1
# told: true author wei: masked after the softmax
# %% solution-wei
wei = torch.softmax(scores, dim=-1)
wei = wei * tril      # throw the future away
