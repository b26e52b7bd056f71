# fails: generate, a long text
# because: idx itself is cropped, so the beginning of the text is lost from the result; only the context for the model may be cut.
# batch: 2
# told: true author generate: the text itself is cropped
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    for i in range(u.shape[1]):
        idx = idx[:, -block_size:]
        p = probs_fn(idx)[:, -1, :]
        new = draw(p, u[:, i])
        idx = torch.cat((idx, new[:, None]), 1)
    return idx
