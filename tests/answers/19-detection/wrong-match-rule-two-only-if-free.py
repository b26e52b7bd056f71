# fails: match
# because: Rule 2 spares anchors that rule 1 has given a thing already; it applies whatever rule 1 said.
# batch: 2
# told: true author match: rule 1 has the last word
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    top, idx = overlap.max(dim=1)
    thing[top >= threshold] = idx[top >= threshold]
    for j in range(G):
        a = overlap[:, j].argmax()
        if thing[a] == -1:
            thing[a] = j
    return thing
