# because: The student starts from the values of the bytes; the id of a single byte is its rank, ranks[bytes([byte])].
# fails: recover_merges, other bytes
# batch: 1
# told: true author bytes taken for their ranks
# %% solution-recover
def recover_merges(ranks):
    merges = {}
    for token, rank in sorted(ranks.items(), key=lambda kv: kv[1]):
        if len(token) == 1:
            continue
        pair = tuple(replay(list(token), merges))
        merges[pair] = rank
    return merges
