# fails: dbndiff
# because: The slope of the square is 2 * bndiff; the factor 2 is missing in the second part.
# batch: 1
# told: true author dbndiff, the 2 of the square is missing
# %% solution-dbndiff
# dbndiff (32, 64): both parts
part1 = bnvar_inv * dbnraw
part2 = bndiff * dbndiff2
dbndiff = part1 + part2
