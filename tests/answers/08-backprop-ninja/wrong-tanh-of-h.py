# fails: dhpreact
# because: tanh was taken of h, which is already tanh(hpreact); the slope is 1 - h².
# batch: 2
# %% solution-dhpreact
dhpreact = (1.0 - torch.tanh(h).pow(2)) * dh
