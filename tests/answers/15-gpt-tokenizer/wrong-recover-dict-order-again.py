# fails: recover_merges, random tokens
# because: The tokens are taken in the order of the dictionary, which may be any; they have to be taken by rank.
# batch: 2
# told: true author in the order of the dictionary
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token, rank in ranks.items():
        if rank < 256:
            continue
        parts = replay([ranks[bytes([b])] for b in token], merges)
        merges[tuple(parts)] = rank
    return merges
