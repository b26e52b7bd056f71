# fails: delta1
# because: The student sends a2 − y back instead of delta2 and so leaves out the slope of the output neurons.
# batch: 1
# told: true author delta1: from before the output's sigmoid
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
output_error = a2 - y
delta1 = (W2.T @ output_error) * sigmoid_prime(z1)
