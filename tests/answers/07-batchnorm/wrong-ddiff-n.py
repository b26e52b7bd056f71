# fails: ddiff
# because: The path through the variance divides by n; line 3 divides by n - 1.
# batch: 2
# %% solution-back-x
ddiff = inv_std * dxhat + (2 / n) * diff * dvar
dmean = -(ddiff.sum(0, keepdim=True))
dx = ddiff + dmean / n
