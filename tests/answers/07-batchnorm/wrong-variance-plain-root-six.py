# because: differentiates 1/std with respect to std (-1/std^2) and calls it dvar, the factor d std / d var = 1/(2 std) is missing
# batch: 6
# told: true author dvar by the standard deviation
# %% solution-back-variance
dinv_std = torch.sum(dxhat * diff, 0, keepdim=True)
# (1/s)' = -1/s^2
dvar = -dinv_std * inv_std ** 2
