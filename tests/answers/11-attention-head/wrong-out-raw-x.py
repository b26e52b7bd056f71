# fails: out
# because: The weights mix the raw x instead of the values v.
# batch: 2
# told: true author out: mixes the raw input
# %% solution-out
out = wei @ x
