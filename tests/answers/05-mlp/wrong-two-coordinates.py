# because: The width of embcat is computed with E = 2 written into the code; it works for two-number embeddings only, E must be read from C (or W1).
# batch: 1
# told: true author forward: E written as 2
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    B, T = X.shape
    flat = C[X].view(B, T * 2)
    hidden = (flat @ W1 + b1).tanh()
    return hidden @ W2 + b2
