# fails: *
# because: The hidden layer is laid out with 4 * C columns, so it fails for every other width; H must be taken from W1.
# batch: 1
# told: true author ffn: four times as wide
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    B, T, C = x.shape
    hidden = torch.zeros(B, T, 4 * C, device=x.device)
    for t in range(T):
        hidden[:, t] = (x[:, t] @ W1 + b1).clamp(min=0)
    return hidden @ W2 + b2
