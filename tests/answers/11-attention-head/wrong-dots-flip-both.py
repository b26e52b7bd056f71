# fails: reversed_dot
# because: Both query and key are reversed, which changes nothing against dot; only one of them is.
# batch: 2
# %% solution-dots
def dot(q, k):
    return q @ k.transpose(-2, -1)


def squared_dot(q, k):
    return dot(q * q, k * k)


def reversed_dot(q, k):
    return q.flip(-1) @ k.flip(-1).transpose(1, 2)
