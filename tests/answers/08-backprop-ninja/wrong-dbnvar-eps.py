# fails: dbnvar
# because: Epsilon is missing in the derivative: (bnvar + 1e-5)^(-3/2).
# batch: 2
# %% solution-dbnvar
dbnvar = dbnvar_inv * (-0.5) * bnvar ** (-3 / 2)
