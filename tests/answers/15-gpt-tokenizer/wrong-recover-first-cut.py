# fails: *
# because: The first cut into two known tokens is taken; which pair it was only the replay of the earlier merges tells.
# batch: 2
# told: true author the first cut into two known tokens
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token in sorted(ranks, key=ranks.get):
        for cut in range(1, len(token)):
            left, right = token[:cut], token[cut:]
            if left in ranks and right in ranks:
                merges[ranks[left], ranks[right]] = ranks[token]
                break
    return merges
