# fails: *
# because: A text without any word gives 0/0 = NaN; it should be 0.
# batch: 2
# told: true author masked_mean: nothing divided by nothing
# %% solution-masked-mean
def masked_mean(x, mask):
    m = mask.unsqueeze(2).to(x.dtype)
    summed = torch.sum(m * x, dim=1)
    number = m.sum(dim=1)
    return summed / number
