# fails: dembcat
# because: The result is multiplied by embcat as well; the slope of a matrix product with respect to its input is the weight alone, dhprebn @ W1.T.
# batch: 1
# told: true author dembcat, multiplied by the input
# %% solution-dembcat
# dembcat (32, 30)
dembcat = embcat * torch.einsum("ik,jk->ij", dhprebn, W1)
