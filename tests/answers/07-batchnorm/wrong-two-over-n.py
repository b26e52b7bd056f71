# because: The path through the variance is divided by n; line 3 divides by n - 1.
# fails: ddiff
# batch: 1
# told: true author n for n-1 on the way back
# %% solution-back-x
ddiff = dxhat * inv_std + dvar * 2 * diff / n
dmean = -ddiff.sum(0, keepdim=True)
dx = ddiff + dmean / n
