# because: no case for G = 0: max over a row without numbers raises an error instead of giving all background
# batch: 7
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    value, index = overlap.max(dim=1)
    thing[value >= threshold] = index[value >= threshold]
    best_anchor = overlap.argmax(dim=0)
    for g in range(G):
        thing[best_anchor[g]] = g
    return thing
