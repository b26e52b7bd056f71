# fails: squared_dot
# because: squared_dot squares the finished dot product; each component must be squared before the product, the sum of q_i^2 k_i^2.
# batch: 1
# told: true author dots: the square of the sum
# %% solution-dots
def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    return q @ k.transpose(-2, -1)


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return dot(q, k) ** 2


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    return dot(q, torch.flip(k, dims=[-1]))
