# fails: *
# because: Without things max over a row of no numbers raises an error; all anchors have to be background then.
# batch: 2
# told: true author match: no things forgotten
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    value, index = overlap.max(1)
    good = value >= threshold
    thing[good] = index[good]
    for g, a in enumerate(overlap.argmax(0).tolist()):
        thing[a] = g
    return thing
