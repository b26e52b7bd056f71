# fails: ffn
# because: A second relu is put on the output layer; only the hidden layer has one.
# batch: 2
# told: true author ffn: relu twice
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    for W, b in ((W1, b1), (W2, b2)):
        x = F.relu(x @ W + b)
    return x
