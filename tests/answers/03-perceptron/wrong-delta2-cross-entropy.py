# fails: delta2
# because: The student leaves out σ'(z2), which is the error for the cross-entropy; this notebook's cost is the quadratic one, and BP1 has the factor.
# batch: 1
# told: true author delta2: sigma' missing
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = a2.sub(y)
