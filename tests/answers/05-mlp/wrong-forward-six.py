# fails: *
# because: The width T·E is written as the number 6; with another context or embedding it is another, the tensors tell it.
# batch: 2
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    emb = C[X]
    h = torch.tanh(emb.view(-1, 6) @ W1 + b1)
    logits = h @ W2 + b2
    return logits
