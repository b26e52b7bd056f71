# because: lists the ranks of the single bytes in the order of the dictionary, which may be any, instead of by byte
# batch: 6
# told: true author shuffle: the single bytes in the order of the dictionary
# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    return [rank for token, rank in ranks.items() if len(token) == 1]
