# because: makes W2 fit with reshape(4, 3) instead of the transpose, which mixes up the weights
# batch: 6
# told: true author delta1: W reshaped, not transposed
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = (W2.reshape(4, 3) @ delta2) * sigmoid_prime(z1)
