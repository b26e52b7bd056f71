# fails: delta1
# because: The student passes the blame back through the weights but forgets to multiply by the hidden neurons' own slope σ'(z1).
# batch: 1
# told: true author delta1: sigma' missing
# %% solution-hidden-error
# delta1: (4, 1), the error of the hidden layer, from W2, delta2, z1
delta1 = torch.mm(W2.t(), delta2)
