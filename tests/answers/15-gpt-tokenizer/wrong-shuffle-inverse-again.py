# fails: byte_shuffle
# because: The table is the wrong way round: place r holds the byte of rank r; place b must hold the rank of byte b.
# batch: 2
# told: true author shuffle: from rank to byte
# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    shuffle = [0] * 256
    for token, rank in ranks.items():
        if len(token) == 1:
            shuffle[rank] = token[0]
    return shuffle
