# fails: delta1
# because: The slope of the output layer, sigma'(z2), is put in (a second time) before W2, and the hidden layer's own slope sigma'(z1) is missing.
# batch: 2
# told: true author delta1: the output's slope
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.mm(W2.t(), delta2 * sigmoid_prime(z2))
