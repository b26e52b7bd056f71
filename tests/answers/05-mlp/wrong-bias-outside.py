# because: b1 is added after the tanh; it belongs inside, h = tanh(embcat W1 + b1).
# fails: forward
# batch: 1
# told: true author forward: b1 outside the tanh
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    e = C[X].flatten(1)
    h = torch.tanh(e @ W1) + b1
    return h @ W2 + b2
