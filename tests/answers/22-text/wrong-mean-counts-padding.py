# fails: masked_mean
# because: The sum leaves the padding out but is divided by all L places; it must be divided by the number of words.
# batch: 1
# told: true author masked_mean: divided by the length
# %% solution-masked-mean
def masked_mean(x, mask):
    m = mask.unsqueeze(-1).to(x.dtype)
    return (x * m).mean(dim=1)
