# because: dict.update overwrites the count of an earlier chunk instead of adding to it
# batch: 6
# told: true author the last chunk's count wins
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    counts = {}
    for chunk in chunks:
        counts.update(get_stats(chunk))
    return counts
