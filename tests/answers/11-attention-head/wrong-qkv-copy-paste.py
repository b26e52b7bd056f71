# fails: k
# because: Copy and paste: the key is made with Wq instead of Wk.
# batch: 2
# told: true author qkv: k with the query's matrix
# %% solution-qkv
q = x @ Wq
k = x @ Wq
v = x @ Wv
