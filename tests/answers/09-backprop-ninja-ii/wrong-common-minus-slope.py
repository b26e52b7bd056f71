# fails: common
# because: The slope was subtracted as if the entries of a normalised column added up to n; they add up to 0, so the term with b vanishes.
# batch: 2
# %% solution-common
common = dbnraw.mean(0, keepdim=True) - slope
