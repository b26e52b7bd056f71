# fails: count_pairs, five chunks
# because: Equal chunks are counted once only; a chunk that occurs several times counts each time.
# batch: 2
# told: true author equal chunks counted once
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    counts = {}
    for chunk in dict.fromkeys(map(tuple, chunks)):
        for pair in zip(chunk, chunk[1:]):
            counts[pair] = counts.get(pair, 0) + 1
    return counts
