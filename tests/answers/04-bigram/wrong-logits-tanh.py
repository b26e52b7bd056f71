# fails: logits
# because: The student adds a tanh, as in a neuron of micrograd; this layer has no nonlinearity.
# batch: 1
# told: true author logits: tanh
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
onehot = F.one_hot(xb, num_classes=27).to(W.dtype)
logits = torch.tanh(onehot @ W)
