# because: takes the matrices out of the caller's list with Ws.pop(0): Ws is empty afterwards
# batch: 6
# told: true author tree, the list emptied
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    d = 1
    while Ws:
        x = causal_conv(x, Ws.pop(0), d).tanh()
        d *= 2
    return x
