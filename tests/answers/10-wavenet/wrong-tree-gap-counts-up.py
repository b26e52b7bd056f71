# fails: dilated_tree, three levels
# because: The gaps are 1, 2, 3, ...; they double with each level, 1, 2, 4, ...
# batch: 1
# told: true author tree, the gap grows by one
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    h = x
    for l, W in enumerate(Ws, start=1):
        h = torch.tanh(causal_conv(h, W, l))
    return h
