# fails: dilated_tree, three levels
# because: The gaps come in reverse, 4, 2, 1: the last output sees the same letters, but the neighbours have to be joined first.
# batch: 1
# told: true author tree, the widest gap first
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    d = 2 ** len(Ws)
    for W in Ws:
        d //= 2
        x = torch.tanh(causal_conv(x, W, d))
    return x
