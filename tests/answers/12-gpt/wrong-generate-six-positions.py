# fails: *
# because: The text is cropped to 6 tokens, the size of the stand-in; the model's size is the argument block_size.
# batch: 1
# told: true author generate: six positions
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    for i in range(u.shape[1]):
        context = idx[:, -6:]
        p = probs_fn(context)[:, -1]
        new = draw(p, u[:, i])
        idx = torch.cat([idx, new[:, None]], dim=1)
    return idx
