# fails: slope
# because: dhpreact is used where the formula has the gradient of bnraw, dbnraw = bngain * dhpreact.
# batch: 1
# told: true author slope, without the gain
# %% solution-slope
# slope (1, 64): the number b of each column
slope = torch.einsum("ik,ik->k", dhpreact, bnraw)[None] / (n - 1)
