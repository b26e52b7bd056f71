# fails: *
# because: Ws.pop(0) takes the matrices out of the caller's list, so a second call has no levels left; a function may only read its argument.
# batch: 1
# told: true author tree, the list emptied
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    d = 1
    while Ws:
        W = Ws.pop(0)
        x = torch.tanh(causal_conv(x, W, d))
        d *= 2
    return x
