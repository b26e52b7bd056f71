# fails: delta2
# because: The error of the output layer lacks the factor sigma'(z2); a - y alone belongs to the cross-entropy.
# batch: 2
# told: true author delta2: sigma' missing
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = a2 - y
