# fails: dbndiff
# because: The slope of the square is 2 bndiff; the factor 2 is missing.
# batch: 2
# %% solution-dbndiff
dbndiff = dbnraw * bnvar_inv + dbndiff2 * bndiff
