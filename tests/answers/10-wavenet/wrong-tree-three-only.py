# fails: *
# because: Exactly three levels are written out; there may be any number of them.
# batch: 2
# %% solution-tree
def dilated_tree(x, Ws):
    h1 = torch.tanh(causal_conv(x, Ws[0], 1))
    h2 = torch.tanh(causal_conv(h1, Ws[1], 2))
    h3 = torch.tanh(causal_conv(h2, Ws[2], 4))
    return h3
