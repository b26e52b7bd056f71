# because: The function looks up the notebook's Xb of task 3 in place of its argument X, so it gives the same answer whatever contexts it is called with.
# fails: forward
# batch: 1
# told: true author forward: the contexts of task 3
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    emb = C[Xb]
    embcat = emb.view(emb.shape[0], -1)
    h = torch.tanh(embcat @ W1 + b1)
    logits = h @ W2 + b2
    return logits
