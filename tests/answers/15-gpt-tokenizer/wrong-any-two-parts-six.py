# because: takes the first cut whose two parts are both tokens of smaller rank, instead of replaying the merges; the true pair may be another cut
# batch: 6
# told: true author the first cut into two known tokens
# %% solution-recover
def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    merges = {}
    for token, rank in sorted(ranks.items(), key=lambda item: item[1]):
        for cut in range(1, len(token)):
            left, right = token[:cut], token[cut:]
            if ranks.get(left, rank) < rank and ranks.get(right, rank) < rank:
                merges[ranks[left], ranks[right]] = rank
                break
    return merges
