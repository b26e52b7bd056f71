# fails: dmean; dx
# because: The minus sign of diff = x - mean is forgotten in dmean.
# batch: 2
# %% solution-back-x
ddiff = dxhat * inv_std + 2 * diff / (n - 1) * dvar
dmean = ddiff.sum(0, keepdim=True)
dx = ddiff + dmean / n
