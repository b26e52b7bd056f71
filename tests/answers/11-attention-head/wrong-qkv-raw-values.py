# fails: v
# because: The raw x is taken for the values; they are x @ Wv, (B, T, hs).
# batch: 2
# %% solution-qkv
q = torch.matmul(x, Wq)
k = torch.matmul(x, Wk)
v = x
