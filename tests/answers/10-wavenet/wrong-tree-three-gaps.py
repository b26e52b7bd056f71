# fails: *
# because: The gaps 1, 2, 4 are written down, and zip drops every further matrix in silence; the number of levels is that of Ws.
# batch: 1
# told: true author tree, always three levels
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    for matrix, gap in zip(Ws, (1, 2, 4)):
        x = torch.tanh(causal_conv(x, matrix, gap))
    return x
