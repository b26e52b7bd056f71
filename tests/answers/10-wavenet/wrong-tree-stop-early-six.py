# because: stops as soon as the gap reaches T, because only zeros lie on the left: the remaining levels are left out
# batch: 6
# told: true author tree, stopped where the gap reaches T
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    T = x.shape[1]
    h, d = x, 1
    for W in Ws:
        if d >= T:  # nothing left to join
            break
        h = torch.tanh(causal_conv(h, W, d))
        d = 2 * d
    return h
