# fails: dilated_tree, three levels; dilated_tree, positions that the last output sees
# because: The gap grows 1, 2, 3 with the level; it doubles, 1, 2, 4.
# batch: 2
# %% solution-tree
def dilated_tree(x, Ws):
    for level, W in enumerate(Ws, start=1):
        x = torch.tanh(causal_conv(x, W, level))
    return x
