# fails: dlogprobs
# because: The minus sign of the loss is forgotten: the loss is minus the mean, so the entries at the labels get -1/n, not +1/n.
# batch: 1
# told: true author dlogprobs, the minus is missing
# %% solution-dlogprobs
# dlogprobs (32, 27)
dlogprobs = torch.zeros_like(logprobs)
for row, label in enumerate(Yb.tolist()):
    dlogprobs[row, label] = 1 / n
