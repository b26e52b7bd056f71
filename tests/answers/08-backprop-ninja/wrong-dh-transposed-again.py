# fails: dh
# because: The product came out transposed, (64, 32); dh is dlogits @ W2.T with the shape (32, 64).
# batch: 2
# %% solution-dh
dh = W2 @ dlogits.T
