# fails: ddiff
# because: The factor 2 from the derivative of diff squared is missing in the path through the variance.
# batch: 2
# %% solution-back-x
ddiff = dxhat * inv_std + dvar * diff / (n - 1)
dmean = -ddiff.sum(0, keepdim=True)
dx = ddiff + dmean / n
