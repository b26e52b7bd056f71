# fails: byte_shuffle
# because: The ranks are taken in the order of the dictionary, which may be any; place b must be looked up with bytes([b]).
# batch: 2
# told: true author shuffle: the single bytes in the order of the dictionary
# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    return [rank for token, rank in ranks.items() if len(token) == 1]
