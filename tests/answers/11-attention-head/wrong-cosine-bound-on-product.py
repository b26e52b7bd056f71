# fails: *
# because: The bound 1e-8 is put on the product of the two lengths, so two short but good vectors (lengths of 1e-5, say) get too small a cosine; each length must be bounded by itself.
# batch: 1
# told: true author cosine: the product bounded
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    top = q @ k.transpose(1, 2)
    lengths = q.norm(dim=-1)[:, :, None] * k.norm(dim=-1)[:, None, :]
    return top / lengths.clamp_min(1e-8)
