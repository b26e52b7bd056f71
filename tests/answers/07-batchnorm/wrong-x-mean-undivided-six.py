# because: dx adds the whole dmean to every row, the factor 1/n of line 1 is missing
# batch: 6
# told: true author dmean not shared among the examples
# %% solution-back-x
through_xhat = inv_std * dxhat
through_var = 2 / (n - 1) * diff * dvar
ddiff = through_xhat + through_var
dmean = -torch.sum(ddiff, 0, keepdim=True)
dx = ddiff + dmean
