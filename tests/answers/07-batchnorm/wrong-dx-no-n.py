# fails: dx
# because: dmean is added to every row undivided; the mean of line 1 divides by n, so each x receives dmean / n.
# batch: 2
# %% solution-back-x
through_xhat = dxhat * inv_std
through_var = 2 * diff * dvar / (n - 1)
ddiff = through_xhat + through_var
dmean = -ddiff.sum(0, keepdim=True)
dx = ddiff + dmean
