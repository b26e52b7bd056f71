# fails: *
# because: Minus infinity gives NaN in a row in which everything is hidden; a large finite number is asked for.
# batch: 2
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    return F.softmax(scores.masked_fill(mask, float("-inf")), dim=-1)
