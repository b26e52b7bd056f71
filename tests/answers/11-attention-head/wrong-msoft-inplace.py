# fails: *
# because: masked_fill_ changes the caller's scores.
# batch: 2
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    scores.masked_fill_(mask, -1e9)
    return F.softmax(scores, dim=-1)
