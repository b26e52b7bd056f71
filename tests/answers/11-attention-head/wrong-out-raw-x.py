# fails: out
# because: The weights mix the raw x instead of the values v.
# batch: 2
# %% solution-out
out = wei @ x
