# fails: *
# because: The single bytes are taken out of the caller's table while the ids are looked up; the argument has to stay as it is.
# batch: 2
# told: true author the single bytes taken out
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    single = [ranks.pop(bytes([b])) for b in range(256)]
    merges = {}
    for token in sorted(ranks, key=lambda t: ranks[t]):
        pair = replay([single[b] for b in token], merges)
        merges[tuple(pair)] = ranks[token]
    return merges
