# fails: *
# because: The counts of all chunks are added into the counts of the first one, chunks[0], which fails when there are no chunks; the dictionary should be empty then.
# batch: 2
# told: true author the first chunk taken for granted
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    total = get_stats(chunks[0])
    for c in chunks[1:]:
        for p, n in get_stats(c).items():
            total[p] = total.get(p, 0) + n
    return total
