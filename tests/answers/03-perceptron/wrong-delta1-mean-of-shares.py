# fails: delta1
# because: The student averages the shares over the output neurons; BP2 has their sum.
# batch: 1
# told: true author delta1: the mean of the shares
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
shares_of_k = W2 * delta2            # (3, 4): row j, column k
delta1 = shares_of_k.mean(dim=0).view(4, 1) * sigmoid_prime(z1)
