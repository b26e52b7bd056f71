# because: rule 2 is applied only to things that no anchor was given by rule 1
# batch: 7
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G > 0:
        for a in range(A):
            g = overlap[a].argmax()
            if overlap[a, g] >= threshold:
                thing[a] = g
        for g in range(G):
            if not (thing == g).any():      # nobody looks after this thing yet
                thing[overlap[:, g].argmax()] = g
    return thing
