# because: The factor 2 from the derivative of the square is missing in the path through the variance, 2·diff/(n - 1).
# fails: ddiff
# batch: 1
# told: true author derivative of the square
# %% solution-back-x
ddiff = dxhat * inv_std + dvar * diff / (n - 1)
dmean = -(ddiff.sum(0, keepdim=True))
dx = ddiff + dmean.expand(n, H) / n
