# fails: count_pairs, five chunks
# because: The chunks are joined to one list before counting, so pairs across a border count as well.
# batch: 2
# told: true author counting across the borders
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    ids = [i for chunk in chunks for i in chunk]
    return get_stats(ids)
