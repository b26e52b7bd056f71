# fails: dW1
# because: The product came out transposed: (64, 30) instead of (30, 64); it is embcat.T @ dhprebn.
# batch: 2
# %% solution-dw1
dW1 = torch.einsum("ni,nj->ji", embcat, dhprebn)
