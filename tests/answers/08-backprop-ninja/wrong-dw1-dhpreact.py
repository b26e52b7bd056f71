# fails: dW1
# because: The gradient after BatchNorm, dhpreact, is used; W1 makes hprebn, so dhprebn belongs there.
# batch: 1
# told: true author dW1, BatchNorm skipped
# %% solution-dw1
# dW1 (30, 64)
dW1 = embcat.T @ dhpreact
