# fails: k
# because: Copy and paste: the key is made with Wq instead of Wk.
# batch: 2
# %% solution-qkv
q = x @ Wq
k = x @ Wq
v = x @ Wv
