# because: dx = ddiff is the same tensor under two names, and dx += ... then changes ddiff as well; dx must be a new tensor.
# fails: ddiff
# batch: 1
# told: true author ddiff, dx added in place
# %% solution-back-x
ddiff = dxhat * inv_std
ddiff += 2 / (n - 1) * diff * dvar
dmean = -1 * ddiff.sum(0, keepdim=True)
dx = ddiff
dx += dmean / n
