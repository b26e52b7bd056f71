# fails: out
# because: The weights are transposed, so out[s] collects from those who look at s, the future; row t of wei must weigh the values, wei @ v.
# batch: 1
# told: true author out: weights transposed
# %% solution-out
out = wei.transpose(-2, -1) @ v
