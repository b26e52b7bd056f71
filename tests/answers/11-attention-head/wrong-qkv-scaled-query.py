# fails: q
# because: The query is already divided by sqrt(hs) here; a query is just x @ Wq, the scaling belongs to the scores (and would be done twice).
# batch: 1
# told: true author qkv: scaled at once
# %% solution-qkv
scale = hs ** -0.5
q = torch.einsum("btc,ch->bth", x, Wq) * scale   # so that softmax does not saturate
k = torch.einsum("btc,ch->bth", x, Wk)
v = torch.einsum("btc,ch->bth", x, Wv)
