# because: the sign is turned round: y - a2 instead of a2 - y (as in the perceptron's rule)
# batch: 6
# told: true author delta2: y minus a
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
error = y - a2
delta2 = error * sigmoid_prime(z2)
