# fails: delta2
# because: The student puts a2 into sigmoid_prime, which applies the sigmoid once more; it takes the sum z2.
# batch: 1
# told: true author delta2: sigma' of the activation
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
dC_da2 = a2 - y
da2_dz2 = sigmoid_prime(a2)
delta2 = dC_da2 * da2_dz2
