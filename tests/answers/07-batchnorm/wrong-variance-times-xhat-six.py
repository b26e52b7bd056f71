# because: dinv_std multiplies dxhat by xhat, the product's result, instead of by the other factor diff
# batch: 6
# told: true author dinv_std with xhat
# %% solution-back-variance
# line 5: the local gradient times what comes in, summed over the batch
dinv_std = (dxhat * xhat).sum(0, keepdim=True)
# line 4
dvar = dinv_std * (-1/2) * (var + EPS)**(-3/2)
