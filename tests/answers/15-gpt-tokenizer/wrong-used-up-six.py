# because: takes the single bytes out of the caller's dictionary with pop, so the argument is changed in place
# batch: 6
# told: true author the single bytes taken out
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    single = {}
    for b in range(256):
        single[b] = ranks.pop(bytes([b]))
    merges = {}
    for token in sorted(ranks, key=lambda t: ranks[t]):
        first, second = replay([single[b] for b in token], merges)
        merges[(first, second)] = ranks[token]
    return merges
