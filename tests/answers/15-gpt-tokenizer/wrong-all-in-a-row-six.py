# because: puts all chunks into one list first and counts there, so pairs across a border count too
# batch: 6
# told: true author counting across the borders
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    all_ids = []
    for c in chunks:
        all_ids.extend(c)
    return get_stats(all_ids)
