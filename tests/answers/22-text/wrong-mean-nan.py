# fails: *
# because: A text without any word gives 0 / 0, NaN; the result should be 0 there.
# batch: 1
# told: true author masked_mean: nothing divided by nothing
# %% solution-masked-mean
def masked_mean(x, mask):
    m = mask[:, :, None].to(x.dtype)
    return (m * x).sum(1) / m.sum(1)
