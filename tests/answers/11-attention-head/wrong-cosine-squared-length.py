# fails: cosine
# because: The lengths are sums of squares without the root.
# batch: 2
# %% solution-cosine
def cosine(q, k):
    lq = (q**2).sum(-1, keepdim=True).clamp_min(1e-8)
    lk = (k**2).sum(-1, keepdim=True).clamp_min(1e-8)
    return (q / lq) @ (k / lk).mT
