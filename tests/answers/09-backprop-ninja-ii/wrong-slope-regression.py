# fails: slope
# because: b was computed as the regression slope, divided by the sum of bnraw squared; because of epsilon that sum is not n - 1.
# batch: 2
# %% solution-slope
# slope of the line of best fit
num = (dbnraw * bnraw).sum(0, keepdim=True)
den = (bnraw * bnraw).sum(0, keepdim=True)
slope = num / den
