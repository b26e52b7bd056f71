# because: builds the inverse table: place r holds the byte of rank r
# batch: 6
# told: true author shuffle: from rank to byte
# %% solution-shuffle
def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    shuffle = [0] * 256
    for token, rank in ranks.items():
        if rank < 256:
            shuffle[rank] = token[0]
    return shuffle
