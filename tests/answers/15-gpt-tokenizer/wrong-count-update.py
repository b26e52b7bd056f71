# fails: count_pairs, five chunks
# because: dict.update replaces the counts of earlier chunks by those of the last one; they must be added.
# batch: 2
# told: true author the last chunk's count wins
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    total = {}
    for c in chunks:
        total.update(get_stats(c))
    return total
