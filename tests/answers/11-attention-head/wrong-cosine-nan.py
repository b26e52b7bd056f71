# fails: *
# because: No lower bound for the lengths: a zero vector gives 0/0.
# batch: 2
# %% solution-cosine
def cosine(q, k):
    qn = q / q.norm(dim=-1, keepdim=True)
    kn = k / k.norm(dim=-1, keepdim=True)
    return qn @ kn.transpose(-2, -1)
