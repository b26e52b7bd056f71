# fails: dembcat
# because: dhpreact was used instead of dhprebn: the gradient has to pass BatchNorm first.
# batch: 2
# %% solution-dembcat
dembcat = dhpreact @ W1.T
