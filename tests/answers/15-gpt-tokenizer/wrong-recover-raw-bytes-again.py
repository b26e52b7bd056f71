# fails: recover_merges, other bytes
# because: The bytes themselves are taken as ids; the id of a single byte is its rank, ranks[bytes([byte])].
# batch: 2
# told: true author bytes taken for their ranks
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token, rank in sorted(ranks.items(), key=lambda item: item[1]):
        if len(token) > 1:
            merges[tuple(replay(list(token), merges))] = rank
    return merges
