# fails: ffn
# because: A second relu stands at the output, so the branch can only add positive numbers to the stream; the second layer is linear.
# batch: 1
# told: true author ffn: relu twice
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    for W, b in ((W1, b1), (W2, b2)):
        x = F.relu(x @ W + b)
    return x
