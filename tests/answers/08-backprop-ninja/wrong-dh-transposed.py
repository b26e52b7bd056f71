# fails: dh
# because: The product is formed the other way round and gives (64, 32), the transpose; dh must have the shape of h, which is dlogits @ W2.T.
# batch: 1
# told: true author dh, transposed
# %% solution-dh
# dh (32, 64)
dh = W2 @ dlogits.T
