# because: largest gap first (4, 2, 1): the same positions are seen, but another tree
# batch: 6
# told: true author tree, the widest gap first
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    L = len(Ws)
    h = x
    for l in range(L):
        h = torch.tanh(causal_conv(h, Ws[l], 2 ** (L - 1 - l)))
    return h
