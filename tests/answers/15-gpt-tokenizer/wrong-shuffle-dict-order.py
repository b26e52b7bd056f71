# because: The student lists the ranks of the single bytes in the order of the dictionary, which may be any; place b has to hold the rank of the byte b.
# fails: byte_shuffle
# batch: 1
# told: true author shuffle: the single bytes in the order of the dictionary
# %% solution-shuffle
def byte_shuffle(ranks):
    # the single bytes come first in the table
    return [rank for token, rank in ranks.items() if len(token) == 1]
