# fails: scores
# because: Scaled by the root of C instead of that of hs.
# batch: 2
# told: true author scores: scaled by C
# %% solution-scores
scores = torch.einsum('btd,bsd->bts', q, k) * C**-0.5
