# fails: forward, reached by gradients
# because: The embeddings are taken from C.data, so no gradient finds its way back to C.
# batch: 2
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    table = C.data
    x = torch.cat([table[X[:, t]] for t in range(X.shape[1])], dim=1)
    h = (x @ W1 + b1).tanh()
    return h @ W2 + b2
