# because: sorted(ranks.items()) sorts by the bytes of the tokens, not by rank
# batch: 6
# told: true author in the alphabetical order of the tokens
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token, rank in sorted(ranks.items()):
        if len(token) == 1:
            continue
        ids = [ranks[bytes([byte])] for byte in token]
        pair = replay(ids, merges)
        merges[tuple(pair)] = rank
    return merges
