# fails: dilated_tree, three levels
# because: The last level has no tanh; the formula puts one after each convolution.
# batch: 1
# told: true author tree, last tanh missing
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    for level, W in enumerate(Ws):
        x = causal_conv(x, W, 2**level)
        if level < len(Ws) - 1:     # no squashing at the output
            x = x.tanh()
    return x
