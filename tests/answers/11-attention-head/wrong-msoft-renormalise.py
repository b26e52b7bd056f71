# fails: *
# because: The weights are cut after the softmax and divided by their sum; where a hidden score is far larger, the visible ones have underflowed to 0 and the row is 0/0.
# batch: 2
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    wei = F.softmax(scores, dim=-1)
    wei = wei * (~mask)
    return wei / wei.sum(-1, keepdim=True)
