# because: the sum over the rows has shape (4,), which broadcasts against the column sigmoid'(z1) to a (4, 4) matrix
# batch: 6
# told: true author delta1: a row times a column
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
shares = (W2 * delta2).sum(dim=0)  # one share per hidden neuron
delta1 = shares * sigmoid_prime(z1)
