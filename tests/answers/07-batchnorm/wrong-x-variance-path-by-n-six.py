# because: the term through the variance divides by n (2/n) although line 3 divides by n - 1
# batch: 6
# told: true author n for n-1 on the way back
# %% solution-back-x
ddiff = dxhat * inv_std + dvar * 2 / n * diff
dmean = -ddiff.sum(0, keepdim=True)
dx = ddiff + dmean / n
