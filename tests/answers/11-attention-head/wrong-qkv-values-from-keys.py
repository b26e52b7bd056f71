# fails: v
# because: A copy-paste slip: the values are computed with Wk, so v equals k; they must come from x @ Wv.
# batch: 1
# told: true author qkv: the value made from the key
# %% solution-qkv
q = x @ Wq  # (B,T,C) @ (C,hs)
k = x @ Wk
v = x @ Wk
