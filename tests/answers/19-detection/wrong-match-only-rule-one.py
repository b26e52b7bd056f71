# fails: match
# because: leaves out rule 2, so a thing that no anchor overlaps enough goes without
# batch: 1
# told: true author match: rule 2 forgotten
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    for a in range(A):
        best = threshold
        for g in range(G):
            v = float(overlap[a, g])
            if v >= best and (thing[a] < 0 or v > best):
                thing[a] = g
                best = v
    return thing
