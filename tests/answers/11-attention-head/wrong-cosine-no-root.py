# fails: cosine
# because: It divides by the sums of squares without taking the root; the length of a vector is the root of that sum.
# batch: 1
# told: true author cosine: squared lengths
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    len_q = (q * q).sum(-1, keepdim=True).clamp_min(1e-8)
    len_k = (k * k).sum(-1, keepdim=True).clamp_min(1e-8)
    return (q / len_q) @ (k / len_k).mT
