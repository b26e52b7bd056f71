# fails: ffn
# because: The bias b1 is added after the relu, so it no longer shifts where the relu bends; it is relu(x @ W1 + b1).
# batch: 1
# told: true author ffn: relu before the bias
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    hidden = torch.relu(x @ W1) + b1
    return hidden @ W2 + b2
