# because: hands a2 instead of z2 to sigmoid_prime (the sigmoid is applied twice)
# batch: 6
# told: true author delta2: sigma' of the activation
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = torch.mul(a2 - y, sigmoid_prime(a2))
