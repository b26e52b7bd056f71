# fails: dot
# because: In dot the keys are brought to (B, d, Tk) by a reshape, which only cuts the same row of numbers differently; the two dimensions must be exchanged with transpose.
# batch: 1
# told: true author dots: dot, view for transpose
# %% solution-dots
def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    B, Tk, d = k.shape
    return torch.bmm(q, k.reshape(B, d, Tk))


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return ((q**2)[:, :, None] * (k**2)[:, None]).sum(-1)


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    return (q[:, :, None] * k.flip(-1)[:, None]).sum(-1)
