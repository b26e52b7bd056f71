# fails: delta2
# because: The student takes y − a, as in the perceptron's update; the derivative of the cost in a is a − y.
# batch: 1
# told: true author delta2: y minus a
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = (y - a2) * sigmoid_prime(z2)
