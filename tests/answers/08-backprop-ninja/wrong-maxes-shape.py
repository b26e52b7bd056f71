# fails: dlogit_maxes
# because: The sum over the row dropped the axis: (32,) instead of (32, 1); keepdim is missing.
# batch: 2
# %% solution-dlogit-maxes
dlogit_maxes = -dnorm_logits.sum(1)
