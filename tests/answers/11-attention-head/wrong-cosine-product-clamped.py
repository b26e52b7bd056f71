# fails: *
# because: The bound was put on the product of the two lengths, which may be far smaller and still right; each length has its own bound.
# batch: 2
# %% solution-cosine
def cosine(q, k):
    norms = q.norm(dim=-1, keepdim=True) * k.norm(dim=-1)[:, None, :]
    return q @ k.transpose(-2, -1) / norms.clamp_min(1e-8)
