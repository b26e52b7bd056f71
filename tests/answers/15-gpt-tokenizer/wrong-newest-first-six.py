# because: adds the old counts to those of the newest chunk, so the pairs of the last chunk come first in the dictionary: sums right, order wrong
# batch: 6
# told: true author the latest chunk's pairs first
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    total = {}
    for chunk in chunks:
        stats = get_stats(chunk)
        for pair, n in total.items():
            stats[pair] = stats.get(pair, 0) + n
        total = stats
    return total
