# because: the gap grows by one per level (1, 2, 3, ...) instead of doubling: right for up to two levels
# batch: 6
# told: true author tree, the gap grows by one
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    h = x
    for level, W in enumerate(Ws, start=1):
        h = torch.tanh(causal_conv(h, W, level))
    return h
