# fails: delta2
# because: y - a2 instead of a2 - y: the derivative of the cost in a is a - y.
# batch: 2
# told: true author delta2: y minus a
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = (y - a2) * sigmoid_prime(z2)
