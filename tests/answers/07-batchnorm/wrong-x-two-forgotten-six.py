# because: the factor 2 of the derivative of diff^2 is missing in the variance term of ddiff
# batch: 6
# told: true author derivative of the square
# %% solution-back-x
# ddiff (n, H): gradient of diff, two terms
ddiff = dxhat * inv_std + diff * dvar / (n - 1)
# dmean (1, H): gradient of mean
dmean = (-ddiff).sum(0, keepdim=True)
# dx    (n, H): gradient of the batch, two terms
dx = ddiff + dmean.expand(n, H) / n
