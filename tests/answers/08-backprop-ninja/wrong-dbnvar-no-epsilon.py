# fails: dbnvar
# because: epsilon is left out of the power: the slope is -1/2 (bnvar + epsilon)**(-3/2), and in the column with the tiny variance epsilon matters.
# batch: 1
# told: true author dbnvar, epsilon forgotten
# %% solution-dbnvar
# dbnvar (1, 64)
dbnvar = -0.5 * bnvar ** -1.5 * dbnvar_inv
