# fails: delta2
# because: A matrix product with the transpose was used instead of the element-by-element product, which gives a (3, 3) matrix (or one number), not a column.
# batch: 2
# told: true author delta2: a matrix product
# %% solution-output-error
# delta2: (3, 1), the error of the output layer, from a2, y, z2
delta2 = (a2 - y) @ sigmoid_prime(z2).T
