# because: What comes through mean is handed to each example in full; line 1 divides by n, so each example gets dmean / n.
# fails: dx
# batch: 1
# told: true author dmean not shared among the examples
# %% solution-back-x
ddiff = inv_std * dxhat + dvar * (2.0 * diff / (n - 1))
dmean = (-ddiff).sum(dim=0, keepdim=True)
dx = ddiff + dmean
