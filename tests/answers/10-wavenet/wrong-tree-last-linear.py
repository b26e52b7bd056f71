# fails: dilated_tree, three levels
# because: The last level was left without tanh; each level has one.
# batch: 2
# %% solution-tree
def dilated_tree(x, Ws):
    h = x
    for l, W in enumerate(Ws):
        h = causal_conv(h, W, 2**l)
        if l < len(Ws) - 1:
            h = h.tanh()
    return h
