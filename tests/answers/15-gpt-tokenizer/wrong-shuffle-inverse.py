# because: The student returns the inverse table, place r holding the byte with rank r; place b has to hold the rank of the byte b.
# fails: byte_shuffle
# batch: 1
# told: true author shuffle: from rank to byte
# %% solution-shuffle
def byte_shuffle(ranks):
    table = [0] * 256
    for token, rank in ranks.items():
        if len(token) == 1:
            table[rank] = token[0]
    return table
