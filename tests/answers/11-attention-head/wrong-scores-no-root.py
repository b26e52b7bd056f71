# fails: scores
# because: It divides by hs itself and not by its square root; the standard deviation of the dot product is sqrt(hs).
# batch: 1
# told: true author scores: divided by hs
# %% solution-scores
scores = torch.bmm(q, k.transpose(1, 2))
scores = scores / hs
