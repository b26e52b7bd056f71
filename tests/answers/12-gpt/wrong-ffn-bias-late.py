# fails: ffn
# because: The bias b1 is added after the relu, but it belongs inside it.
# batch: 2
# told: true author ffn: relu before the bias
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    h = torch.relu(x @ W1) + b1
    out = h @ W2 + b2
    return out
