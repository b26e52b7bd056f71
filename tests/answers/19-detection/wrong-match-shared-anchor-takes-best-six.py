# because: an anchor that is the best for several things gets the one it overlaps most, instead of the last of them
# batch: 6
# told: true author match: the better thing keeps a shared anchor
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    # rule 1
    favourite = overlap.argmax(dim=1)
    enough = overlap.amax(dim=1) >= threshold
    thing = torch.where(enough, favourite, thing)
    # rule 2: the pairs (anchor, thing) where the anchor is the thing's best
    wanted = F.one_hot(overlap.argmax(dim=0), A).T.bool()  # (A, G)
    forced = overlap.masked_fill(~wanted, -1.0).argmax(dim=1)
    return torch.where(wanted.any(dim=1), forced, thing)
