# fails: generate, a long text
# because: The crop keeps the first block_size tokens and not the last ones, so the model never sees what was written lately.
# batch: 2
# told: true author generate: keeps the beginning
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    for i in range(u.shape[1]):
        context = idx[:, :block_size]
        p = probs_fn(context)[:, -1]
        idx = torch.cat([idx, draw(p, u[:, i]).unsqueeze(1)], dim=1)
    return idx
