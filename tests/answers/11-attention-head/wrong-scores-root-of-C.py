# fails: scores
# because: The scores are divided by the root of C, the channels of x; the dot product is a sum of hs terms, so it must be the root of hs.
# batch: 1
# told: true author scores: scaled by C
# %% solution-scores
scores = q @ k.transpose(-2, -1) * C**-0.5
