# fails: *
# because: -1e9 is added to the scores instead of taking their place; a trace of the scores stays in fully hidden rows.
# batch: 2
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    return F.softmax(scores + mask.float() * -1e9, dim=-1)
