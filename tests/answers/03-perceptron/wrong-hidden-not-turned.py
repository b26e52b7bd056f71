# because: the hidden error is passed through W2 without being turned round: the sum runs over the wrong index
# fails: delta1
# batch: 0
# told: true author delta1: W cut until it fits
# %% solution-hidden-error
s = torch.sigmoid(z1)
delta1 = W2[:, :3] @ delta2 * s[:3] * (1 - s[:3])
