# fails: delta1
# because: The student computes delta2ᵀ W2, a row (1, 4), and multiplies it by the column σ'(z1), so broadcasting makes a (4, 4) matrix; W2ᵀ delta2 is the column that fits.
# batch: 1
# told: true author delta1: a row times a column
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
back = delta2.T @ W2
delta1 = back * sigmoid_prime(z1)
