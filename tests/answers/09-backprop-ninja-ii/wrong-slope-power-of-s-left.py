# fails: slope
# because: One power of s is left over: D is bnraw / s, and with s**3 and the s taken outside the bracket all of them cancel.
# batch: 1
# told: true author slope, D for x-hat
# %% solution-slope
# slope (1, 64): the number b of each column
D = bnraw / bnvar_inv
slope = (D * dbnraw).sum(0, keepdim=True) / (n - 1)
