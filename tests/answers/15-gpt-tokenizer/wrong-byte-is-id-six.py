# because: begins with the bytes themselves as ids instead of the ranks of the single bytes
# batch: 6
# told: true author bytes taken for their ranks
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token in sorted(ranks, key=ranks.get):
        if len(token) > 1:
            pair = tuple(replay(list(token), merges))
            merges[pair] = ranks[token]
    return merges
