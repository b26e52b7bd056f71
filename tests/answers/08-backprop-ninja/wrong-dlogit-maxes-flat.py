# fails: dlogit_maxes
# because: The sum over the row drops the axis: the gradient is (32,), but logit_maxes is (32, 1) and so must its gradient be.
# batch: 1
# told: true author dlogit_maxes, keepdim forgotten
# %% solution-dlogit-maxes
# dlogit_maxes (32, 1)
dlogit_maxes = -dnorm_logits.sum(dim=1)
