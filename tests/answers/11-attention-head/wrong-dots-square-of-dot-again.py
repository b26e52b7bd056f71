# fails: squared_dot
# because: The dot product as a whole was squared; each component is squared before the product.
# batch: 2
# %% solution-dots
def dot(q, k):
    return q @ k.transpose(-2, -1)


def squared_dot(q, k):
    return dot(q, k) ** 2


def reversed_dot(q, k):
    return dot(q, torch.flip(k, dims=[-1]))
