# fails: reversed_dot
# because: The positions of the keys were reversed (dim 1) instead of their channels.
# batch: 2
# %% solution-dots
def dot(q, k):
    return q @ k.transpose(-2, -1)


def squared_dot(q, k):
    return dot(q * q, k * k)


def reversed_dot(q, k):
    return dot(q, torch.flip(k, dims=[1]))
