# fails: *
# because: The matrices are taken out of the caller's list with pop; the list must stay as it is.
# batch: 2
# %% solution-tree
def dilated_tree(x, Ws):
    d = 1
    h = x
    while Ws:
        h = torch.tanh(causal_conv(h, Ws.pop(0), d))
        d *= 2
    return h
