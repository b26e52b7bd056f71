# because: delta2 = a2 - y, the cross-entropy's error: the factor sigmoid'(z2) is missing
# batch: 6
# told: true author delta2: sigma' missing
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = a2 - y
