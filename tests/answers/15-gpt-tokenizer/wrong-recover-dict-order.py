# because: The student takes the tokens in the order of the dictionary, so merges of smaller rank may be missing when they are needed; the tokens have to be sorted by rank.
# fails: recover_merges, random tokens
# batch: 1
# told: true author in the order of the dictionary
# %% solution-recover
def recover_merges(ranks):
    merges = {}
    for token in ranks:
        if len(token) > 1:
            ids = [ranks[bytes([b])] for b in token]
            merges[tuple(replay(ids, merges))] = ranks[token]
    return merges
