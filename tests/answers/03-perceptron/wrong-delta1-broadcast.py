# fails: delta1
# because: The sum over the rows of W2 has shape (4,) and not (4, 1), so the product with the column sigma'(z1) broadcasts to a (4, 4) matrix.
# batch: 2
# told: true author delta1: a row times a column
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
back = (W2 * delta2).sum(dim=0)
delta1 = back * sigmoid_prime(z1)
