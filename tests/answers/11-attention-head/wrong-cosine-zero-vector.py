# fails: *
# because: A zero vector has length 0, and 0/0 gives NaN; the lengths must be bounded from below by 1e-8, so that the cosine is 0.
# batch: 1
# told: true author cosine: zero vectors
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    qn = q / q.norm(dim=-1, keepdim=True)
    kn = k / k.norm(dim=-1, keepdim=True)
    return qn @ kn.transpose(-2, -1)
