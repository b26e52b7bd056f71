# fails: delta1
# because: The sum is multiplied by the activation a1 instead of the slope sigma'(z1).
# batch: 2
# told: true author delta1: the sigmoid for its slope
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = W2.T @ delta2 * torch.sigmoid(z1)
