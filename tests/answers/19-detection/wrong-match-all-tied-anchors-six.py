# because: rule 2 gives a thing to every anchor whose overlap equals the column's largest, not only to the first of them
# batch: 6
# told: true author match: all of equal anchors
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if not G:
        return thing
    value, index = torch.max(overlap, dim=1)
    thing[value >= threshold] = index[value >= threshold]
    for j in range(G):
        column = overlap[:, j]
        thing[column == column.max()] = j
    return thing
