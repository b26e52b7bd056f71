# because: The student takes the first split of the token into two parts that both have a rank; several splits may be possible, and only the replay of the earlier merges tells which one was made.
# fails: recover_merges, other bytes
# batch: 1
# told: true author the first cut into two known tokens
# %% solution-recover
def recover_merges(ranks):
    result = {}
    for token in sorted(ranks, key=ranks.get):
        for cut in range(1, len(token)):
            left, right = token[:cut], token[cut:]
            if left in ranks and right in ranks:
                result[ranks[left], ranks[right]] = ranks[token]
                break
    return result
