# fails: dhpreact
# because: h is tanh(hpreact) already; the student applies tanh a second time, but the slope is 1 - h**2.
# batch: 1
# told: true author dhpreact, tanh taken twice
# %% solution-dhpreact
# dhpreact (32, 64)
t = torch.tanh(h)
dhpreact = dh * (1 - t * t)
