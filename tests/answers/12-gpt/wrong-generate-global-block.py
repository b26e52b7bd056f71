# fails: *
# because: The crop is written with a fixed 6, the block size of the stand-in; it must be the argument block_size.
# batch: 2
# told: true author generate: six positions
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    for i in range(u.shape[1]):
        context = idx if idx.shape[1] <= 6 else idx[:, -6:]
        p = probs_fn(context)[:, -1]
        idx = torch.hstack([idx, draw(p, u[:, i])[:, None]])
    return idx
