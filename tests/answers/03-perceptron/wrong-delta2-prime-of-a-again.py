# fails: delta2
# because: sigma' is taken at the activation a2 instead of at the sum z2, so the sigmoid is applied twice.
# batch: 2
# told: true author delta2: sigma' of the activation
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
cost_derivative = a2 - y
delta2 = cost_derivative * sigmoid_prime(a2)
