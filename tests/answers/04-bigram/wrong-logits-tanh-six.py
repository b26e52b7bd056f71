# because: puts a tanh behind the layer, though the network has no nonlinearity
# batch: 6
# told: true author logits: tanh
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
x_enc = F.one_hot(xb, 27).float()  # (20, 27)
logits = torch.tanh(x_enc @ W)
