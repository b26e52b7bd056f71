# fails: dbndiff2
# because: The variance divides by n - 1 (Bessel), so each summand gets dbnvar / (n - 1), not dbnvar / n.
# batch: 1
# told: true author dbndiff2, 1/n for 1/(n-1)
# %% solution-dbndiff2
# dbndiff2 (32, 64)
dbndiff2 = torch.ones_like(bndiff2) / n * dbnvar
