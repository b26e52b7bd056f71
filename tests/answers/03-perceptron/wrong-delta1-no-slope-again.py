# fails: delta1
# because: The blame is passed back through W2 but not multiplied by the hidden layer's own slope sigma'(z1).
# batch: 2
# told: true author delta1: sigma' missing
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = W2.T @ delta2
