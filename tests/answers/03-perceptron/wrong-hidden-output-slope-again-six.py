# because: multiplies delta2 by sigmoid'(z2) once more before passing it back, although BP1 has that factor already
# batch: 6
# told: true author delta1: the output's slope twice
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
back = W2.T @ (delta2 * sigmoid_prime(z2))
delta1 = back * sigmoid_prime(z1)
